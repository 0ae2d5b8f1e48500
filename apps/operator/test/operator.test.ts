import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { type, typeAsTold } from "./typist";

describe("the operator's command line", () => {
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
  const typed = (line: string) =>
    type(
      drive.test.context,
      line.split(" ").map((word) => (word === "@" ? drive.account.email : word)),
    );
  const done = async (line: string): Promise<object | undefined> => {
    const { code, answer, error } = await typed(line);
    expect({ line, code, error }).toEqual({ line, code: 0, error: undefined });
    return answer;
  };
  const refused = async (line: string, error: string, words: string): Promise<void> => {
    expect(await typed(line)).toMatchObject({ code: 1, answer: undefined, error: { error } });
    expect((await typed(line)).error?.message).toContain(words);
  };

  it("account create: answers the account, its keys and its domain, and is listed", async () => {
    const named = "account create --email second@example.test --domain second.example";
    const made = await done(named);
    expect(made).toEqual({
      account: { id: expect.stringMatching(/^acc_/), email: "second@example.test" },
      apiKeys: { full: expect.stringMatching(/^sk_live_/), sendOnly: expect.stringMatching(/^sk_live_/) },
      domain: "second.example",
      invitation: {
        id: expect.stringMatching(/^inv_/),
        link: expect.stringContaining("/accept-invitation?token="),
        expiresAt: expect.any(String),
      },
    });
    expect(await done("account list")).toMatchObject({ data: [{}, { email: "second@example.test" }] });
    await refused(named, "unprocessable_entity", "There is an account");
    await refused("account create --domain second.example", "unprocessable_entity", "in use");
    expect(await done("account list")).toMatchObject({ data: [{}, {}] });
    expect(await done("account create")).toMatchObject({ domain: expect.stringMatching(/\.sendex\.test$/) });
  });

  it("analytics recount: says how far it is, but where JSON is asked for", async () => {
    const line = ["analytics", "recount", "--account", drive.account.email, "--from", "2026-11-01"];
    const typed = [...line, "--to", "2026-12-01"];
    const { code, out, err } = await typeAsTold(drive.test.context, typed);
    expect({ code, err }).toEqual({ code: 0, err: "1 of 1: counted up to 2026-12-01T00:00Z, 0 cells\n" });
    expect(out).toContain("cells");
    expect(await type(drive.test.context, typed)).toMatchObject({ code: 0, answer: { cells: 0 } });
  });

  it("account create --make-password: makes the owner a person who signs in, and invites nobody", async () => {
    const made = await done("account create --email third@example.test --make-password");
    expect(made).toMatchObject({ account: { password: expect.stringMatching(/^[\w-]{20}$/) } });
    expect(made).not.toHaveProperty("invitation");
    expect(await done("person list")).toMatchObject({ data: [{ email: "third@example.test" }] });
  });

  it("person create: an operator with a password or a link that sets one; who is there keeps hers", async () => {
    const named = "person create --email ada@example.test --operator";
    const made = await done(`${named} --make-password`);
    expect(made).toMatchObject({ email: "ada@example.test", operator: true, password: expect.any(String) });
    expect(await done(`${named} --make-password`)).not.toHaveProperty("password");
    expect(await done("person create --email eve@example.test --account @ --role viewer")).toMatchObject({
      operator: false,
      passwordLink: expect.stringContaining("/reset-password?token="),
    });
    expect(await done("person list --operators")).toMatchObject({ data: [{ email: "ada@example.test" }] });
    await refused("person create --email x@example.test", "unprocessable_entity", "--operator");
  });

  it("person set-operator, reset-password, turn-off-2fa: for who is there", async () => {
    expect(await done("person set-operator --email ada@example.test --allowed no")).toMatchObject({
      operator: false,
    });
    expect(await done("person list --operators")).toEqual({ data: [] });
    expect(await done("person reset-password --email Ada@Example.test")).toMatchObject({
      link: expect.stringContaining("/reset-password?token="),
    });
    await refused("person turn-off-2fa --email ada@example.test", "unprocessable_entity", "does not use");
    await refused("person reset-password --email nobody@example.test", "not_found", "no user");
  });

  it("person invite: shows the link that it mails", async () => {
    expect(await done("person invite --account @ --email new@example.test --role admin")).toMatchObject({
      role: "admin",
      link: expect.stringContaining("/accept-invitation?token="),
    });
  });

  it("key create, key revoke: a key of what was asked for, once", async () => {
    const { accountId, domain } = drive.account;
    const made = await done(`key create --account @ --permission send_only --mode test --domain ${domain}`);
    const { id, ...key } = made as { id: string };
    expect(key).toEqual({
      key: expect.stringMatching(/^sk_test_/),
      account: accountId,
      mode: "test",
      permission: "send_only",
      domains: [domain],
    });
    expect(await done(`key revoke ${id}`)).toEqual({ id, revoked: true });
    await refused(`key revoke ${id}`, "not_found", "no such key");
    await refused(
      "key create --account @ --permission full --domain other.example",
      "unprocessable_entity",
      "verified",
    );
  });

  it("credits: grants, lists, ends", async () => {
    const { accountId: account } = drive.account;
    expect(await done("credits list --account @")).toEqual({ account, credits: "unlimited", data: [] });
    const granted = { account, granted: 5, credits: 5 };
    expect(await done("credits grant --account @ --amount 5 --note gift")).toEqual(granted);
    expect(await done("credits list --account @")).toMatchObject({
      credits: 5,
      data: [{ kind: "grant", note: "gift" }],
    });
    const ended = { account, credits: "unlimited", writtenOff: 5 };
    expect(await done("credits unlimited --account @")).toEqual(ended);
    await refused("credits list --account nobody@example.com", "not_found", "no account nobody@example.com");
  });

  it("account content: opts out and in", async () => {
    expect(await done("account content --account @ --keep no")).toMatchObject({ keepContent: false });
    expect(await done("account content --account @ --keep yes")).toMatchObject({ keepContent: true });
  });

  it("account timezone: takes what the runtime knows", async () => {
    expect(await done("account timezone --account @ --zone Europe/Berlin")).toMatchObject({
      timeZone: "Europe/Berlin",
    });
    expect(await done("account show --account @")).toMatchObject({ account: { timeZone: "Europe/Berlin" } });
  });

  it("account suspend, account reinstate: once each", async () => {
    expect(await done("account suspend --account @ --reason Drill.")).toMatchObject({
      standing: "suspended",
    });
    await refused("account suspend --account @ --reason Drill.", "unprocessable_entity", "already");
    expect(await done("account reinstate --account @")).toMatchObject({ standing: "active" });
    await refused("account reinstate --account @", "unprocessable_entity", "not suspended");
    expect(await done("account show --account @")).toMatchObject({
      suspension: null,
      history: { suspensions: [{ reason: "Drill.", liftedBy: expect.stringMatching(/^cli:/), note: null }] },
    });
  });

  it("account tier: shows the account as it stands afterwards", async () => {
    const line = "account tier --account @ --tier trusted --guideline 9000";
    expect(await done(line)).toMatchObject({ account: { tier: "trusted", guideline: 9_000 } });
    const back = "account tier --account @ --tier new --guideline none";
    expect(await done(back)).toMatchObject({ account: { tier: "new", guideline: null } });
  });

  it("master-key: tells what is in use, and rotates", async () => {
    const use = { current: "test", accounts: { test: 4 }, stillInUse: [] };
    expect(await done("master-key status")).toEqual(use);
    expect(await done("master-key rotate")).toEqual({ ...use, rewrapped: 0, unreadable: [] });
  });

  it("account export: writes a new file that nobody else may read", async () => {
    await post(drive);
    await sendDue(drive);
    const file = path.join(folder, "out.jsonl");
    expect(await done(`account export --account @ --out ${file}`)).toMatchObject({
      lines: { account: 1, message: 1 },
    });
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toContain("message");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await typed(`account export --account @ --out ${file}`)).toMatchObject({ code: 2 });
  });

  it("recipient erase: names what it did", async () => {
    expect(await done("recipient erase Someone@Example.com --account @ --suppression")).toMatchObject({
      messages: 1,
      left: 0,
      suppressions: 0,
    });
  });

  it("account erase: only with the account's own address, and then tells how far it is", async () => {
    const { accountId, email } = drive.account;
    await refused("account erase --account @", "unprocessable_entity", `--confirm ${email}`);
    await refused(
      "account erase --account @ --confirm other@example.com",
      "unprocessable_entity",
      "--confirm",
    );
    expect(await done("account erase --account @ --confirm @")).toMatchObject({ accountId, keys: 3 });
    expect(await done(`account erase --account ${accountId}`)).toMatchObject({ erasedAt: null, keys: 0 });
  });
});
