import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { ERASED_ADDRESS } from "@sendex/core/content/erased";
import { eraseRecipient } from "@sendex/pipeline/content/erase-recipient";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { seedAccount } from "@sendex/testing/accounts";
import { driveOver, openDrive, post, type Drive } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { read, rowOf, statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { dump, tablesWith } from "@sendex/testing/dump";
import { plain } from "@sendex/data/database/pools";

const ADA = "Ada.Private@example.com";
const BOB = "bob@example.com";

describe("erasing a recipient", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.world.sent.length = 0;
    await query(
      "TRUNCATE recipients, messages, contents, events, attempts, deliveries, delivery_attempts, suppressions, notifications",
    );
    drive = await driveOver(drive.test, await seedAccount(drive.test.context));
  });

  const query = async (text: string, values: unknown[] = []) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text, values)).rows;
  const erase = (suppression = false) =>
    eraseRecipient(drive.test.context, {
      accountId: drive.account.accountId,
      address: ADA.toLowerCase(),
      suppression,
      by: "cli:test",
    });
  const toBoth = { to: [{ address: ADA, name: "Ada Private" }], cc: [{ address: BOB }] };

  it("takes the address, its name, the content, the subject and the metadata out of settled mail", async () => {
    const id = await post(drive, { ...toBoth, metadata: { who: "ada" } });
    const untouched = await post(drive, { to: [{ address: BOB }], metadata: { who: "bob" } });
    await sendDue(drive);
    expect(await erase()).toEqual({
      ...{ messages: 1, cancelled: 0, left: 0, notifications: 0, contacts: 0, suppressions: 0 },
    });
    const message = await read(drive, id);
    expect(message).toMatchObject({ subject: null, to: [ERASED_ADDRESS], cc: [BOB], metadata: {} });
    expect(message.recipients.map(({ address, status }) => [address, status])).toEqual([
      [ERASED_ADDRESS, "sent"],
      [BOB, "sent"],
    ]);
    expect(message.text ?? null).toBeNull();
    expect(await read(drive, untouched)).toMatchObject({
      subject: "Hello",
      text: "A body.",
      metadata: { who: "bob" },
    });
    expect(await erase()).toMatchObject({ messages: 0 });
  });

  it("forgets who opened and clicked, and what servers said of the address", async () => {
    await createWebhook(drive.test.context, drive.caller, {
      endpoint: "https://hooks.example/x",
      events: [],
    });
    const id = await post(drive, { to: [{ address: ADA }] });
    await sendDue(drive);
    const about = { id, address: ADA };
    await hear(drive, [
      sesEvent(drive, about, "Open", { open: { ipAddress: "192.0.2.9", userAgent: "her reader" } }),
      sesEvent(drive, about, "Click", { click: { link: "https://a.example/ada", ipAddress: "192.0.2.9" } }),
      sesEvent(drive, about, "Bounce", {
        bounce: {
          bounceType: "Permanent",
          bounceSubType: "General",
          bouncedRecipients: [{ emailAddress: ADA, diagnosticCode: `550 <${ADA}>: unknown` }],
        },
      }),
    ]);
    drive.test.world.httpOutcomes.push({ kind: "answered", status: 200, body: `echo ${ADA}`, ms: 1 });
    await deliverDue(drive);
    await erase();
    const dumped = await dump(drive.test.context.data);
    for (const text of ["192.0.2.9", "her reader", "a.example/ada", ADA])
      expect(tablesWith(dumped, text)).toEqual([]);
    // What keeps mail away: the account's list, and the one that all accounts share at SES.
    expect(tablesWith(dumped, ADA.toLowerCase()).sort()).toEqual([
      "public.ses_suppressions",
      "public.suppressions",
    ]);
    expect(await timeline(drive, id)).toContain("bounced");
  });

  it("keeps the suppression, which keeps mail away, unless it is asked for", async () => {
    await query(
      "INSERT INTO suppressions (account_id, address, reason, origin, created_at) VALUES ($1, $2, 'complaint', 'ses', now())",
      [drive.account.accountId, ADA.toLowerCase()],
    );
    expect(await erase()).toMatchObject({ suppressions: 0 });
    expect(await query("SELECT 1 FROM suppressions")).toHaveLength(1);
    expect(await erase(true)).toMatchObject({ suppressions: 1 });
    expect(await query("SELECT 1 FROM suppressions")).toHaveLength(0);
  });

  it("cancels what waits for the address, first and retried alike, and lets the others' mail go", async () => {
    const alone = await post(drive, { to: [{ address: ADA }], metadata: { who: "ada" } });
    const shared = await post(drive, toBoth);
    expect(await erase()).toMatchObject({ messages: 1, cancelled: 2, left: 1 });
    expect(await statusOf(drive, alone)).toBe("cancelled");
    expect((await rowOf(drive, alone))["address"]).toBe(ERASED_ADDRESS);
    await sendDue(drive);
    expect(await statusOf(drive, shared, 1)).toBe("sent");
    expect(drive.test.world.sent.at(-1)?.to).toBe(BOB);
    expect(drive.test.world.sent.map(({ to }) => to)).not.toContain(ADA);
    expect(await erase()).toMatchObject({ messages: 1, left: 0 });
    expect(await read(drive, shared)).toMatchObject({ to: [ERASED_ADDRESS], subject: null });
  });

  it("finds all of them, page by page", async () => {
    for (let i = 0; i < 120; i += 1) await post(drive, { to: [{ address: ADA }] });
    await sendDue(drive);
    expect(await erase()).toMatchObject({ messages: 120 });
    expect(await query("SELECT 1 FROM recipients WHERE address <> $1", [ERASED_ADDRESS])).toEqual([]);
  });

  it("closes notifications of this account that name the address and are not taken in yet", async () => {
    const id = await post(drive, { to: [{ address: ADA }] });
    await sendDue(drive);
    const body = sesEvent(drive, { id, address: ADA }, ...EVENTS.sent);
    const others = body.replaceAll(drive.account.accountId, "acc_other");
    for (const [n, text] of [body, others].entries())
      await query(
        "INSERT INTO notifications (id, topic_arn, trust, body, received_at, published_at) VALUES ($1, 'arn', 'sandbox', $2, now(), now())",
        [`n${n}`, text],
      );
    expect(await erase()).toMatchObject({ notifications: 1 });
    expect(await query("SELECT id, body FROM notifications WHERE done_at IS NOT NULL")).toEqual([
      { id: "n0", body: "" },
    ]);
  });

  it("leaves other accounts' mail to the same address alone", async () => {
    const other = await driveOver(drive.test, await seedAccount(drive.test.context));
    const id = await post(other, { to: [{ address: ADA }] });
    await sendDue(drive);
    await erase();
    expect((await read(other, id)).to).toEqual([ADA]);
  });
});
