import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { eraseAccount } from "@sendex/pipeline/content/erase-account";
import { type ExportLine, exportAccount } from "@sendex/pipeline/content/export";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { writeCalls } from "@sendex/data/logs/calls";
import { loggedCall } from "@sendex/testing/logged-call";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { plain } from "@sendex/data/database/pools";

describe("exporting an account", () => {
  let drive: Drive;
  let lines: ExportLine[];
  let secret: string;
  const file = { filename: "a.txt", content: Buffer.from("a file"), contentType: "text/plain" };
  beforeAll(async () => {
    drive = await openDrive();
    const { context } = drive.test;
    const { accountId } = drive.account;
    await grantCredits(context, { accountId, amount: 1_000, note: "a gift" });
    secret = (await createWebhook(context, drive.caller, { endpoint: "https://hooks.example/x", events: [] }))
      .signingSecret;
    await post(drive, { attachments: [file], html: "<p>hi</p>", headers: { "X-Note": "yes" } });
    for (let i = 0; i < 104; i += 1) await post(drive, { subject: `Mail ${i}` });
    await sendDue(drive);
    await plain(context.data).query(
      "DELETE FROM contents WHERE message_id = (SELECT max(message_id) FROM contents)",
    );
    await writeCalls(context.data, [
      loggedCall(accountId, drive.test.clock.now(), { messageIds: ["msg_1"] }),
      loggedCall(accountId, drive.test.clock.now(), { mode: "test" }),
    ]);
    lines = await all();
  });
  afterAll(() => drive.test.close());

  const all = async (): Promise<ExportLine[]> => {
    const read: ExportLine[] = [];
    for await (const line of exportAccount(drive.test.context, drive.account.accountId, "cli:test"))
      read.push(line);
    return read;
  };
  const of = (type: string) => lines.filter((line) => line.type === type);

  it("begins with the account, and has everything that it has", () => {
    expect(lines[0]).toMatchObject({ type: "account", id: drive.account.accountId, credits: 895 });
    const counts = Object.fromEntries(lines.map(({ type }) => [type, of(type).length]));
    expect(counts).toMatchObject({
      api_key: 3,
      domain: 1,
      webhook: 1,
      template: 1,
      message: 105,
      credit_entry: 106,
      request_log: 2,
    });
  });

  it("has calls with their messages", () => {
    const [live, test] = of("request_log");
    expect(live).toMatchObject({ mode: "live", messageIds: ["msg_1"] });
    expect(live).not.toHaveProperty("messageId");
    expect(test).toMatchObject({ mode: "test", messageIds: [] });
  });

  it("has the messages with timeline and opened content, files in base64", () => {
    const [first] = of("message");
    expect(first).toMatchObject({
      subject: "Hello",
      recipients: [{ address: "someone@example.com", status: "sent" }],
      content: {
        text: "A body.",
        html: "<p>hi</p>",
        headers: { "X-Note": "yes" },
        attachments: [{ filename: "a.txt", content: Buffer.from("a file").toString("base64") }],
      },
    });
    expect((first?.["events"] as object[]).length).toBeGreaterThan(1);
    expect(of("message").at(-1)).toMatchObject({ subject: "Mail 103", content: null });
    const ids = of("message").map(({ id }) => String(id));
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("has no secret, no hash and no data key", async () => {
    const text = JSON.stringify(lines);
    expect(text).not.toContain(secret);
    for (const key of Object.values(drive.account.keys)) expect(text).not.toContain(key);
    for (const name of [
      "hash",
      "dataKey",
      "data_key",
      "oldSecret",
      "olderSecrets",
      "secret",
      "ownershipToken",
    ])
      expect(text).not.toContain(`"${name}"`);
  });

  it("is empty once the account is erased", async () => {
    await eraseAccount(drive.test.context, drive.account.accountId, "cli:test");
    expect(await all()).toEqual([]);
  });
});
