import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { HOUR_MS } from "@sendex/kit/day";
import { pauseBroadcast, resumeBroadcast, sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { runBroadcasts } from "@sendex/pipeline/audiences/run-broadcasts";
import { decideSubject, readTest } from "@sendex/pipeline/audiences/run-subject-test";
import { testPhase } from "@sendex/core/audiences/subject-test";
import { stepBroadcast } from "@sendex/data/audiences/broadcast-windows";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { plain } from "@sendex/data/database/pools";
import { type Drive, driveOver, openDrive } from "@sendex/testing/drive";
import { seedAccount } from "@sendex/testing/accounts";
import { sendDue } from "@sendex/testing/due";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { broadcastOf, draftBroadcast, mailsOf, makeAudience, runUntil } from "./broadcast-drive";

let drive: Drive;
beforeAll(async () => void (drive = await openDrive()));
afterAll(() => drive.test.close());

const CONTACTS = 60;
/** A person's. */
const READER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.5.0";
const TEST = { subject: "B for {{ first_name }}", percent: 50, hours: 4, by: "opened" as const };

/** A broadcast with two subjects whose test was sent, and waits for its decision. */
async function waiting(own: Drive, test = TEST): Promise<string> {
  const segmentId = await makeAudience(own, CONTACTS);
  const id = await draftBroadcast(own, { segmentId, subject: "A for {{ first_name }}", subjectTest: test });
  await sendBroadcast(own.test.context, own.caller, id);
  for (let turns = 0; testPhase(await broadcastOf(own, id)) !== "waiting"; turns += 1) {
    if (turns > 50) throw new Error(JSON.stringify(await broadcastOf(own, id)));
    await runBroadcasts(own.test.context);
    await sendDue(own);
    own.test.clock.advance(1_000);
  }
  return id;
}

const another = async (): Promise<Drive> => driveOver(drive.test, await seedAccount(drive.test.context));

interface Mail {
  id: string;
  address: string;
}

/** The broadcast's messages with subject `A …` or `B …`. */
async function messagesWith(own: Drive, id: string, letter: "A" | "B"): Promise<Mail[]> {
  const { rows } = await plain(own.test.context.data).query<Mail>(
    `SELECT m.id, r.address FROM messages m JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id
     WHERE m.account_id = $1 AND m.broadcast_id = $2 AND m.subject LIKE $3 ORDER BY m.id`,
    [own.account.accountId, id, `${letter} for%`],
  );
  return rows;
}

const delivered = (own: Drive, mail: Mail) =>
  sesEvent(own, mail, "Delivery", { delivery: { recipients: [mail.address], smtpResponse: "250 ok" } });

const opened = (own: Drive, mail: Mail) => sesEvent(own, mail, "Open", { open: { userAgent: READER } });

describe("two subjects of a broadcast", () => {
  it("are tried on a part of the contacts, and the rest gets the better one", async () => {
    const own = await another();
    const { context, clock } = own.test;
    const id = await waiting(own);
    const [a, b] = [await messagesWith(own, id, "A"), await messagesWith(own, id, "B")];
    expect(a.length + b.length).toBeGreaterThan(CONTACTS / 4);
    expect(a.length + b.length).toBeLessThan((CONTACTS * 3) / 4);
    expect(Math.min(a.length, b.length)).toBeGreaterThan(0);
    await hear(
      own,
      [...a, ...b].map((mail) => delivered(own, mail)),
    );
    // So long after that it is a person's.
    clock.advance(60_000);
    await hear(
      own,
      b.slice(0, 1).map((mail) => opened(own, mail)),
    );
    const broadcast = await broadcastOf(own, id);
    expect(await readTest(context, broadcast)).toEqual({
      a: { delivered: a.length, opened: 0, clicked: 0 },
      b: { delivered: b.length, opened: 1, clicked: 0 },
      clear: false,
    });
    // Nothing more goes out before its time.
    clock.advance(3 * HOUR_MS);
    await runBroadcasts(context);
    expect(await mailsOf(own, id)).toHaveLength(a.length + b.length);
    clock.advance(HOUR_MS);
    const done = await runUntil(own, id, "sent");
    expect(done).toMatchObject({ winner: "b", made: CONTACTS, testMails: a.length + b.length });
    const mails = await mailsOf(own, id);
    expect(new Set(mails.map(({ address }) => address)).size).toBe(CONTACTS);
    expect(mails.filter(({ subject }) => subject.startsWith("A"))).toHaveLength(a.length);
    expect(mails.find(({ address }) => address === b[0]?.address)?.subject).toMatch(/^B for C\d+$/);
  });

  it("are decided early by their owner, once, also while the broadcast is paused", async () => {
    const own = await another();
    const { context } = own.test;
    const id = await waiting(own);
    await pauseBroadcast(context, own.caller, id);
    await decideSubject(context, own.caller, id, "a");
    await expect(decideSubject(context, own.caller, id, "b")).rejects.toThrow("waits for no decision");
    await runBroadcasts(context);
    expect((await broadcastOf(own, id)).made).toBeLessThan(CONTACTS);
    await resumeBroadcast(context, own.caller, id);
    expect(await runUntil(own, id, "sent")).toMatchObject({ winner: "a", made: CONTACTS });
  });

  it("go on waiting when a pause has ended", async () => {
    const own = await another();
    const { context, clock } = own.test;
    const id = await waiting(own);
    const { made, testEndedAt } = await broadcastOf(own, id);
    await pauseBroadcast(context, own.caller, id);
    await resumeBroadcast(context, own.caller, id);
    await runBroadcasts(context);
    clock.advance(60_000);
    // It has no turn before its time.
    expect(await runBroadcasts(context)).toBe(0);
    expect(await broadcastOf(own, id)).toMatchObject({ made, testEndedAt, testMails: made, winner: null });
  });

  it("are halves of all contacts where no rest is left", async () => {
    const own = await another();
    const segmentId = await makeAudience(own, 20);
    const words = { subject: "A for {{ first_name }}", subjectTest: { ...TEST, percent: 100 } };
    const id = await draftBroadcast(own, { segmentId, ...words });
    await sendBroadcast(own.test.context, own.caller, id);
    expect(await runUntil(own, id, "sent")).toMatchObject({ winner: null, made: 20, testMails: 20 });
  });

  it("do not let a scheduler that slept through the decision write to the test's contacts again", async () => {
    const own = await another();
    const { context } = own.test;
    const id = await waiting(own);
    await decideSubject(context, own.caller, id);
    const { made } = await broadcastOf(own, id);
    // As it was read before the first window.
    const step = { cursor: "", winner: null, next: "con_z", made: 10, skipped: 0, exhausted: false };
    const key = { accountId: own.account.accountId, mode: "live" as const, id };
    const late = { ...step, firstOpen: null, turnAt: context.clock() };
    expect(await keyedTransaction(context.data, (client) => stepBroadcast(client, key, late))).toBe(false);
    expect(await broadcastOf(own, id)).toMatchObject({ made, cursor: "" });
  });

  it("are both read before the broadcast may begin", async () => {
    const own = await another();
    const segmentId = await makeAudience(own, 1);
    const wrong = draftBroadcast(own, { segmentId, subjectTest: { ...TEST, subject: "{% if %}" } });
    await expect(wrong).rejects.toMatchObject({ fields: [{ field: "subject_test.subject" }] });
    const id = await draftBroadcast(own, { segmentId, subjectTest: { ...TEST, subject: "{{ nobody }}" } });
    await expect(sendBroadcast(own.test.context, own.caller, id)).rejects.toMatchObject({
      fields: [{ field: "subject_test.subject" }],
    });
  });
});
