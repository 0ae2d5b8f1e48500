import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Condition, SegmentRule } from "@sendex/core/audiences/rule";
import { forgetEngagement } from "@sendex/data/audiences/engagement";
import { nextReaders } from "@sendex/data/audiences/readers";
import { plain } from "@sendex/data/database/pools";
import { DAY_MS } from "@sendex/kit/day";
import { recount } from "@sendex/pipeline/analytics/recount";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import { makeBroadcast } from "@sendex/pipeline/audiences/broadcasts";
import { putContact } from "@sendex/pipeline/audiences/contacts";
import { readContacts } from "@sendex/pipeline/audiences/read";
import { countSegment, makeSegment } from "@sendex/pipeline/audiences/segments";
import { eraseRecipient } from "@sendex/pipeline/content/erase-recipient";
import { type Drive, openDrive, post } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { draftBroadcast, runUntil } from "./broadcast-drive";

let drive: Drive;
let broadcast: string;
const addressOf = (name: string) => `${name}@example.com`;

async function mailTo(name: string): Promise<{ id: string; address: string }> {
  // In capitals, which a contact's address is not.
  const address = addressOf(name).toUpperCase();
  const id = await post(drive, { to: [{ address }] });
  await sendDue(drive);
  return { id, address };
}

async function told(
  mail: { id: string; address: string },
  what: "Open" | "Click" | "Delivery" | "Complaint" | "Bounce",
  userAgent = "Mozilla/5.0 (X11; Linux x86_64) Thunderbird/128.0",
): Promise<void> {
  const at = drive.test.clock.now().toISOString();
  const bounce = {
    bounceType: "Transient",
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress: mail.address }],
  };
  const details = {
    Open: { open: { ipAddress: "192.0.2.9", userAgent, timestamp: at } },
    Click: { click: { link: "https://a.example/", ipAddress: "192.0.2.9", userAgent, timestamp: at } },
    Delivery: { delivery: { recipients: [mail.address], timestamp: at } },
    Complaint: { complaint: { complainedRecipients: [{ emailAddress: mail.address }], timestamp: at } },
    Bounce: { bounce: { ...bounce, timestamp: at } },
  };
  await hear(drive, [sesEvent(drive, mail, what, details[what])]);
}

/** Ann opened 20 days ago and clicked then; Bob was sent mail today, which a machine opened; Cid's bounced 5 days ago; Dan has no mail. */
beforeAll(async () => {
  drive = await openDrive();
  const { context, clock } = drive.test;
  for (const name of ["ann", "bob", "cid", "dan"])
    await putContact(context, drive.caller, { address: addressOf(name), firstName: name });
  const list = await makeSegment(context, drive.caller, "News");
  await putContact(context, drive.caller, { address: addressOf("ann"), segments: [list.id] });
  await putContact(context, drive.caller, { address: addressOf("bob"), segments: [list.id] });
  clock.advance(DAY_MS);
  const toAnn = await mailTo("ann");
  clock.advance(60_000);
  await told(toAnn, "Delivery");
  await told(toAnn, "Open");
  await told(toAnn, "Click");
  clock.advance(15 * DAY_MS);
  const toCid = await mailTo("cid");
  clock.advance(60_000);
  await told(toCid, "Bounce");
  clock.advance(5 * DAY_MS);
  broadcast = await draftBroadcast(drive, { segmentId: list.id });
  await sendBroadcast(context, drive.caller, broadcast);
  await runUntil(drive, broadcast, "sent");
  const { rows: mails } = await plain(context.data).query<{ id: string }>(
    "SELECT message_id AS id FROM recipients WHERE address = $1",
    [addressOf("bob")],
  );
  for (const { id } of mails) await told({ id, address: addressOf("bob") }, "Open", "Mozilla/5.0");
  await rollUpAll(context.data);
});
afterAll(() => drive.test.close());

async function members(rule: SegmentRule): Promise<string[]> {
  const { context } = drive.test;
  const { id } = await makeSegment(context, drive.caller, "Of a rule", rule);
  const { data } = await readContacts(context, drive.caller, { segmentId: id, limit: 100 });
  const row = await makeBroadcast(context, drive.caller, { segmentId: id });
  const window = { made: "con_~", now: context.clock(), limit: 100 };
  const readers = await nextReaders(context.data, row, rule, window);
  expect(readers.map(({ id: one }) => one)).toEqual(data.map(({ id: one }) => one).reverse());
  expect(await countSegment(context, drive.caller, rule)).toBe(readers.length);
  return readers.map(({ firstName }) => firstName ?? "");
}

const of = (field: string, operator: Condition["operator"], value?: number): Condition =>
  value === undefined ? { field, operator } : { field, operator, value };
const all = (...conditions: Condition[]): SegmentRule => ({ match: "all", conditions });

const HOLDS: [string[], () => Condition][] = [
  [["ann", "bob", "cid"], () => of("sent", "is_set")],
  [["dan"], () => of("sent", "is_not_set")],
  [["ann", "bob"], () => of("sent", "within_days", 1)],
  [["cid", "dan"], () => of("sent", "not_within_days", 1)],
  [["ann"], () => of("delivered", "within_days", 21)],
  [["ann"], () => of("opened", "within_days", 21)],
  [[], () => of("opened", "within_days", 19)],
  [["ann", "bob", "cid", "dan"], () => of("opened", "not_within_days", 19)],
  [["bob", "cid", "dan"], () => of("opened", "not_within_days", 21)],
  [["ann"], () => of("clicked", "is_set")],
  [["cid"], () => of("bounced", "within_days", 6)],
  [[], () => of("complained", "is_set")],
  [["ann", "bob"], () => of(`sent.${broadcast}`, "is_set")],
  [["cid", "dan"], () => of(`sent.${broadcast}`, "is_not_set")],
  [[], () => of(`opened.${broadcast}`, "is_set")],
];

describe("a rule of what mail came to", () => {
  it.each(HOLDS)("holds of %j", async (names, condition) => {
    expect(await members(all(condition()))).toEqual(names);
  });

  it("holds of whom both of two hold, or either, whatever is asked of the same mail", async () => {
    for (const [i, [names, condition]] of HOLDS.entries()) {
      const next = HOLDS[(i + 4) % HOLDS.length];
      if (!next) throw new Error("there is no such condition");
      const [others, other] = next;
      const conditions = [condition(), other()];
      const both = names.filter((name) => others.includes(name));
      const either = ["ann", "bob", "cid", "dan"].filter((name) => [...names, ...others].includes(name));
      expect([conditions, await members(all(...conditions))]).toEqual([conditions, both]);
      expect([conditions, await members({ match: "any", conditions })]).toEqual([conditions, either]);
    }
  });

  it("joins with others, also of all mail and of a broadcast at once", async () => {
    const rule = all(
      of("opened", "is_set"),
      of("clicked", "within_days", 30),
      of(`opened.${broadcast}`, "is_not_set"),
    );
    expect(await members(rule)).toEqual(["ann"]);
    const any = { match: "any" as const, conditions: [of("bounced", "is_set"), of("clicked", "is_set")] };
    expect(await members(any)).toEqual(["ann", "cid"]);
  });

  it("is refused where its broadcast is none, or its operator no such", async () => {
    const wrong = (condition: Condition, field: string) =>
      expect(countSegment(drive.test.context, drive.caller, all(condition))).rejects.toMatchObject({
        fields: [{ field: `rule.conditions[0].${field}` }],
      });
    await wrong(of("opened.bc_none", "is_set"), "field");
    await wrong(of("opened", "before_days", 3), "operator");
    await wrong(of("opened", "within_days", 0), "value");
  });
});

describe("what mail came to", () => {
  const rows = async (): Promise<unknown[]> =>
    (
      await plain(drive.test.context.data).query<Record<string, unknown>>(
        "SELECT * FROM engagement ORDER BY mode, broadcast_id, address",
      )
    ).rows;

  it("is the same counted anew from the rows, where it was lost", async () => {
    const { context, clock } = drive.test;
    const before = await rows();
    await plain(context.data).query("DELETE FROM engagement");
    const from = new Date(Math.floor((clock.now().getTime() - 40 * DAY_MS) / DAY_MS) * DAY_MS);
    const to = new Date(from.getTime() + 42 * DAY_MS);
    await recount(context, drive.account.accountId, { from, to }, "a test");
    expect(await rows()).toEqual(before);
    // Over what is there nothing changes.
    await recount(context, drive.account.accountId, { from, to }, "a test");
    expect(await rows()).toEqual(before);
  });

  it("goes with the erasure of its address", async () => {
    const { accountId } = drive.account;
    const erasure = { accountId, address: addressOf("bob"), suppression: false, by: "a test" };
    await eraseRecipient(drive.test.context, erasure);
    const left = (await rows()) as { address: string; broadcast_id: string }[];
    expect(left.map(({ address, broadcast_id }) => [address, broadcast_id])).toEqual([
      [addressOf("ann"), ""],
      [addressOf("cid"), ""],
      [addressOf("ann"), broadcast],
    ]);
  });

  it("is forgotten by the month in which it was last added to, a page at a time", async () => {
    const { data } = drive.test.context;
    const now = drive.test.clock.now();
    expect(await forgetEngagement(data, new Date(now.getTime() - 70 * DAY_MS), 10)).toBe(0);
    expect(await forgetEngagement(data, new Date(now.getTime() + 40 * DAY_MS), 2)).toBe(2);
    expect(await forgetEngagement(data, new Date(now.getTime() + 40 * DAY_MS), 2)).toBe(1);
    expect(await rows()).toEqual([]);
  });
});
