import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readArguments } from "@sendex/operator/arguments";
import { COMMANDS } from "@sendex/operator/commands";
import { openDrive, post, sendDue, type Drive } from "@sendex/testing/drive";

describe("the operator's command", () => {
  let drive: Drive;
  let folder: string;
  beforeAll(async () => {
    drive = await openDrive();
    folder = mkdtempSync(path.join(tmpdir(), "operator-"));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await drive.test.close();
  });

  /** As it is typed; `@` is the account. */
  const run = async (line: string): Promise<object> => {
    const { words, flags } = readArguments(
      line.split(" ").map((word) => (word === "@" ? drive.account.email : word)),
    );
    const desk = { context: drive.test.context, prepareDatabase: async () => [] };
    const command = COMMANDS[words.slice(0, 2).join(" ")];
    if (!command) throw new Error(`no command ${line}`);
    return command.run(desk, flags, words.slice(2));
  };

  it("credits: grants, lists, ends", async () => {
    const { accountId: account } = drive.account;
    expect(await run("credits list --account @")).toEqual({ account, credits: "unlimited", data: [] });
    expect(await run("credits grant --account @ --amount 5 --note gift")).toEqual({
      account,
      granted: 5,
      credits: 5,
    });
    expect(await run("credits list --account @")).toMatchObject({
      credits: 5,
      data: [{ kind: "grant", note: "gift" }],
    });
    for (const amount of ["0", "-1", "1.5", "many"])
      await expect(run(`credits grant --account @ --amount ${amount}`)).rejects.toThrow("--amount");
    expect(await run("credits unlimited --account @")).toEqual({
      account,
      credits: "unlimited",
      writtenOff: 5,
    });
    await expect(run("credits list --account nobody@example.com")).rejects.toThrow("no such account");
    await expect(run("credits list")).rejects.toThrow("--account is needed");
  });

  it("account content: opts out and in", async () => {
    expect(await run("account content --account @ --keep no")).toMatchObject({ keepContent: false });
    expect(await run("account content --account @ --keep yes")).toMatchObject({ keepContent: true });
    await expect(run("account content --account @ --keep maybe")).rejects.toThrow("yes or no");
  });

  it("master-key: tells what is in use, and rotates", async () => {
    const use = { current: "test", accounts: { test: 1 }, stillInUse: [] };
    expect(await run("master-key status")).toEqual(use);
    expect(await run("master-key rotate")).toEqual({ ...use, rewrapped: 0, unreadable: [] });
  });

  it("account export: writes a new file that nobody else may read", async () => {
    await post(drive);
    await sendDue(drive);
    const file = path.join(folder, "out.jsonl");
    expect(await run(`account export --account @ --out ${file}`)).toMatchObject({
      lines: { account: 1, message: 1 },
    });
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toContain("message");
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(run(`account export --account @ --out ${file}`)).rejects.toThrow("EEXIST");
    await expect(run("account export --account @")).rejects.toThrow("--out");
  });

  it("recipient erase: names what it did", async () => {
    expect(await run("recipient erase Someone@Example.com --account @ --suppression")).toMatchObject({
      messages: 1,
      left: 0,
      suppressions: 0,
    });
    await expect(run("recipient erase someone --account @")).rejects.toThrow("an e-mail address");
  });

  it("account erase: only with the account's own address, and then tells how far it is", async () => {
    const { accountId, email } = drive.account;
    await expect(run("account erase --account @")).rejects.toThrow(`--confirm ${email}`);
    await expect(run("account erase --account @ --confirm other@example.com")).rejects.toThrow("--confirm");
    expect(await run("account erase --account @ --confirm @")).toMatchObject({ accountId, keys: 3 });
    expect(await run(`account erase --account ${accountId}`)).toMatchObject({ erasedAt: null, keys: 0 });
  });
});
