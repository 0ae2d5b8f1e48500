import { describe, expect, it } from "@jest/globals";
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { SettingsError } from "@sendex/boot/settings";
import { SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { programOf } from "./program";
import { run } from "./run";

const OPENED = "opened";

/** What became of a command line where opening is as far as it comes. */
async function type(...typed: string[]): Promise<Said> {
  return failing(new SendexError("service_unavailable", OPENED), ...typed);
}

interface Said {
  code: number;
  out: string;
  err: string;
}

async function failing(why: Error, ...typed: string[]): Promise<Said> {
  const said = { out: "", err: "" };
  const code = await run(typed, {
    open: async () => {
      throw why;
    },
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

const groups = programOf(
  async () => undefined,
  () => undefined,
).commands;
const leaves = groups.flatMap((group) =>
  group.commands.map((leaf) => ({
    leaf,
    words: [group.name(), leaf.name()],
    name: `${group.name()} ${leaf.name()}`,
  })),
);
const ID = newId("acc", new Date());

/** A value that an option or an argument takes, by how it is shown. */
const VALUES: Record<string, string> = {
  "id|email": ID,
  address: "ada@example.com",
  domain: "shop.example",
  "key-id": newId("key", new Date()),
  "source-id": newId("tpl", new Date()),
  "appeal-id": newId("apl", new Date()),
  "case-id": newId("cas", new Date()),
  "operator-id": newId("opr", new Date()),
  hour: "2026-11-22T07:00:00Z",
  day: "2026-11-22",
  n: "5",
  "n|none": "none",
  text: "some text",
  name: "Ada",
  zone: "Europe/Berlin",
  file: "/nowhere/out.jsonl",
};

function needs(leaf: CommandUnknownOpts): string[] {
  const named = leaf.options
    .filter((option) => option.mandatory)
    .flatMap((option) => [
      option.long ?? "",
      option.argChoices?.[0] ?? VALUES[/<(.*)>/.exec(option.flags)?.[1] ?? ""] ?? "",
    ]);
  const words = leaf.registeredArguments
    .filter(({ required }) => required)
    .map((one) => VALUES[one.name()] ?? "");
  return [...words, ...named];
}

/** Each letter left out, doubled, or another, and neighbours swapped. */
function misspelt(word: string): string[] {
  const all = [...word].flatMap((letter, i) => [
    word.slice(0, i) + word.slice(i + 1),
    word.slice(0, i) + letter + word.slice(i),
    `${word.slice(0, i)}${letter === "q" ? "w" : "q"}${word.slice(i + 1)}`,
    word.slice(0, i) + word.slice(i + 1, i + 2) + letter + word.slice(i + 2),
  ]);
  return [...new Set(all)].filter((one) => one !== word);
}

describe.each(leaves)("$name", ({ leaf, words, name }) => {
  it("has help: what it does, and its options", async () => {
    for (const typed of [
      [...words, "--help"],
      ["help", ...words],
    ]) {
      const { code, out, err } = await type(...typed);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain(`Usage: operator ${name}`);
      expect(out.replace(/\s+/g, " ")).toContain(leaf.description());
      for (const option of leaf.options) expect(out).toContain(option.flags);
    }
  });

  it("opens what it works with once all that it needs is given, and shows an example that is right", async () => {
    // A list of ids is not required by itself.
    const more = {
      "dead-letter retry": ["--all"],
      "dead-letter release": ["--all"],
      "account tier": ["--tier", "new"],
    };
    const rest = Object.entries(more).find(([own]) => own === name)?.[1] ?? [];
    expect(await type(...words, ...needs(leaf), ...rest)).toMatchObject({ code: 1, err: `${OPENED}\n` });
    const [, example] = /Example:\n {2}(.*)/.exec((await type(...words, "--help")).out) ?? [];
    if (example === undefined || example.includes("--file")) return;
    const typed = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    expect(typed.slice(0, 2)).toEqual(words);
    expect((await type(...typed)).code).toBe(1);
  });

  it("refuses each of its options misspelt by a letter, suggests one, and opens nothing", async () => {
    const known = leaf.options.map((option) => option.long?.slice(2) ?? "");
    for (const option of [...known, "json"])
      for (const wrong of misspelt(option).filter((one) => ![...known, "json", "help"].includes(one))) {
        const { code, err } = await type(...words, ...needs(leaf), `--${wrong}`, "value");
        expect({ wrong, code, out: err }).toMatchObject({ wrong, code: 2 });
        expect(err).toMatch(/^unknown option '--.*' \(Did you mean .*--[\w-]+\?\)\n$/);
      }
  });

  it("refuses an option that is missing, given twice or without a value, and a word too many", async () => {
    for (const option of leaf.options) {
      const value = option.required
        ? [option.argChoices?.[0] ?? VALUES[/<(.*)>/.exec(option.flags)?.[1] ?? ""] ?? ""]
        : [];
      const twice = [option.long ?? "", ...value, option.long ?? "", ...value];
      const others = needs(leaf).filter((_, i, all) => ![all[i], all[i - 1]].includes(option.long));
      expect(await type(...words, ...others, ...twice)).toMatchObject({ code: 2 });
      if (option.mandatory) expect((await type(...words, ...others)).err).toContain("not specified");
      if (option.required)
        expect(await type(...words, ...others, option.long ?? "")).toMatchObject({ code: 2 });
    }
    expect(await type(...words, ...needs(leaf), "surplus")).toMatchObject({ code: 2 });
  });

  it("names the words that an option takes, where another is given", async () => {
    for (const option of leaf.options.filter(({ argChoices }) => argChoices)) {
      const others = needs(leaf).filter((_, i, all) => ![all[i], all[i - 1]].includes(option.long));
      const { code, err } = await type(...words, ...others, option.long ?? "", "nonsense");
      expect(code).toBe(2);
      expect(err).toContain(`Allowed choices are ${option.argChoices?.join(", ")}.`);
    }
  });
});

describe("the command line", () => {
  it.each([
    ["kye create", "unknown command 'kye' (Did you mean key?)"],
    ["key creat --account x", "unknown command 'creat' (Did you mean create?)"],
    ["nonsense", "unknown command 'nonsense'"],
    ["key", "Which command? --help lists them."],
    ["", "Which command? --help lists them."],
    [
      `key create --account ${ID} --permission full --domian x.example`,
      "unknown option '--domian' (Did you mean --domain?)",
    ],
    [
      `key create --account ${ID} --permission full --mod test`,
      "unknown option '--mod' (Did you mean --mode?)",
    ],
    [`key create --account ${ID} --permission full --mode=tset`, "Allowed choices are live, test."],
    [`key create --account ${ID} --permission full --domain --mode test`, "It is a domain name"],
    [`key create --account ${ID} --permission full --name --mode test`, "It is an option"],
    [`key create --account ${ID} --permission full --rate 1.5`, "whole number from 1"],
    [`credits grant --account ${ID} --amount -1`, "whole number from 1"],
    [`credits grant --account ${ID} --amount 1e3`, "whole number from 1"],
    [`account show --account somebody`, "It is an account's id"],
    [`account tier --account ${ID}`, "give --tier, --guideline, or both"],
    [`account tier --account ${ID} --guideline 0`, "whole number from 1"],
    [`account export --account ${ID} --out package.json`, "It is there already"],
    ["account create --email nobody", "It is an e-mail address"],
    ["notifications redrive --file nowhere.jsonl", "There is no such file"],
    ["ledger check yesterday", "It is an hour"],
    ["key revoke 5", "It is an id, key_…"],
    ["dead-letter retry", "which ones?"],
    ["dead-letter retry --all --kind delivery", "cannot be used with"],
    [`recipient erase ada --account ${ID}`, "It is an e-mail address"],
  ])("refuses %p", async (line, words) => {
    const { code, out, err } = await type(...line.split(" ").filter((word) => word !== ""));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
    expect(err.trimEnd()).not.toContain("\n");
  });

  it("tells an error as JSON where JSON is asked for", async () => {
    const wrong = JSON.parse((await type("key", "creat", "--json")).err) as object;
    expect(wrong).toEqual({ error: "wrong_use", message: "unknown command 'creat' (Did you mean create?)" });
    const failed = JSON.parse((await type("--json", "account", "list")).err) as object;
    expect(failed).toEqual({ error: "service_unavailable", message: OPENED });
  });

  it("names the database where that is the trouble, in one line", async () => {
    const words =
      "\nInvalid `prisma.account.findMany()` invocation:\n\nCan't reach database server at db:5432";
    expect(await failing(Object.assign(new Error(words), { code: "P1001" }), "account", "list")).toEqual({
      code: 1,
      out: "",
      err: "PostgreSQL (DATABASE_URL) does not serve: Can't reach database server at db:5432\n",
    });
  });

  it("says which settings are missing, and what to do", async () => {
    const { code, err } = await failing(new SettingsError(["REDIS_URL is missing"]), "account", "list");
    expect({ code, lines: err.split("\n").length }).toEqual({ code: 1, lines: 2 });
    expect(err).toContain("REDIS_URL is missing. Start Sendex");
  });

  it("lists every group with its commands, and the exit codes", async () => {
    const { out } = await type("--help");
    for (const group of groups) expect(out).toContain(`  ${group.name()} `);
    expect(out).toContain("2  used wrongly");
  });
});
