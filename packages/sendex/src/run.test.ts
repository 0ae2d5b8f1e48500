import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { afterAll, describe, expect, it } from "@jest/globals";
import { programOf } from "./program";
import { run } from "./run";

const home = mkdtempSync(path.join(tmpdir(), "sendex-run-"));
afterAll(() => rmSync(home, { recursive: true }));

const TEST_KEY = `sk_test_${"a".repeat(48)}`;
/** Nobody listens there. */
const NOWHERE = "http://127.0.0.1:1";

interface Said {
  code: number;
  out: string;
  err: string;
}

async function type(typed: string[], env: Record<string, string> = {}, input = ""): Promise<Said> {
  const said = { out: "", err: "" };
  const code = await run(typed, {
    ...{ env, platform: "linux", home, isTyped: input === "" },
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    readInput: async () => input,
    ask: async () => TEST_KEY,
    interrupted: () => undefined,
  });
  return { code, ...said };
}

const program: CommandUnknownOpts = programOf(
  async () => undefined,
  () => undefined,
);
const leaves = program.commands.flatMap((first) =>
  first.commands.length === 0
    ? [{ leaf: first, words: [first.name()], name: first.name() }]
    : first.commands.map((leaf) => ({
        leaf,
        words: [first.name(), leaf.name()],
        name: `${first.name()} ${leaf.name()}`,
      })),
);

describe.each(leaves)("$name", ({ leaf, words, name }) => {
  it("has help: what it does, its options, and an example that is typed rightly", async () => {
    for (const typed of [
      [...words, "--help"],
      ["help", ...words],
    ]) {
      const { code, out, err } = await type(typed);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain(`Usage: sendex ${name}`);
      expect(out.replace(/\s+/g, " ")).toContain(leaf.description());
      for (const option of leaf.options) expect(out).toContain(option.flags);
      for (const [, example = ""] of out.matchAll(/^ {2}sendex (.*)$/gm))
        expect(example.split(" ").slice(0, words.length)).toEqual(words);
    }
  });

  it("refuses an option that it does not know, and suggests one that it does", async () => {
    const needs = name === "listen" ? ["--forward-to", "3000"] : [];
    // Of three letters nothing is like another.
    const options = leaf.options.filter(({ long }) => (long ?? "").length > "--q".length);
    for (const { long } of options) {
      const { code, err } = await type([...words, ...needs, `${long}x`]);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("Did you mean") });
    }
  });
});

describe("the command line", () => {
  it.each([
    ["emial list", "unknown command 'emial' (Did you mean emails?)"],
    ["lisen", "unknown command 'lisen' (Did you mean listen?)"],
    ["emails lst", "unknown command 'lst' (Did you mean list?)"],
    ["", "Which command? --help lists them."],
    ["emails", "Which command? --help lists them."],
    ["emails list --status bounce", "Allowed choices are scheduled"],
    ["emails list --limit 0", "whole number from 1 to 100"],
    ["listen", "required option '--forward-to <url>' not specified"],
    ["listen --forward-to ftp://a.example", "It is an http or https URL"],
    ["listen --forward-to http://a:b@localhost", "It holds a name or a password"],
    ["trigger email.exploded", "Allowed choices are email.queued"],
    ["send --subject Hi", "To whom? Give --to"],
    ["send --to a@b.example --text a --text-file b", "--text and --text-file say the same"],
    ["send --file a --to b@c.example", "--file holds the whole email"],
    ["send", "What is to be sent?"],
    ["send --tag nothing --to a@b.example", "It is name=value"],
    ["whoami --api-url nowhere", "is not where an API is"],
    ["completion tcsh", "Allowed choices are bash, zsh, fish."],
  ])("refuses %p", async (line, words) => {
    const { code, out, err } = await type(
      line.split(" ").filter((word) => word !== ""),
      { SENDEX_API_KEY: TEST_KEY },
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
    expect(err.trimEnd()).not.toContain("\n");
  });

  it("says in one line that no key is known, that the API is away, that a live key does not trigger", async () => {
    expect(await type(["emails", "list"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("sendex login"),
    });
    const env = { SENDEX_API_KEY: TEST_KEY, SENDEX_API_URL: NOWHERE };
    const away = await type(["emails", "cancel", "msg_1"], env);
    expect(away).toEqual({ code: 1, out: "", err: expect.stringContaining(`${NOWHERE} does not answer (`) });
    expect(away.err.trimEnd()).not.toContain("\n");
    const live = { SENDEX_API_KEY: TEST_KEY.replace("test", "live") };
    expect(await type(["trigger", "email.bounced"], live)).toEqual({
      ...{ code: 1, out: "" },
      err: expect.stringContaining("This is a live key"),
    });
  });

  it("tells an error as JSON where JSON is asked for", async () => {
    const wrong = JSON.parse((await type(["emails", "lst", "--json"])).err) as object;
    expect(wrong).toEqual({ error: "wrong_use", message: "unknown command 'lst' (Did you mean list?)" });
    const failed = JSON.parse((await type(["--json", "emails", "list"])).err) as object;
    expect(failed).toMatchObject({ error: "no_key" });
  });

  it("has a doctor who says what to do even where nothing answers", async () => {
    const { code, out } = await type(["doctor"], { SENDEX_API_KEY: TEST_KEY, SENDEX_API_URL: NOWHERE });
    expect(code).toBe(1);
    expect(out).toContain("WRONG    api:");
    expect(out).toContain("1 thing is wrong.");
  });

  it("says which version it is", async () => {
    expect(await type(["--version"])).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: "",
    });
  });

  it("signs out where nobody is signed in", async () => {
    expect(await type(["logout"])).toMatchObject({ code: 0, out: "Nobody was signed in.\n" });
  });
});
