import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { duplicateBroadcast } from "@sendex/pipeline/audiences/broadcasts";
import { readAudience } from "@sendex/pipeline/audiences/broadcast-results";
import { pauseBroadcast, sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { runBroadcasts } from "@sendex/pipeline/audiences/run-broadcasts";
import { putContact } from "@sendex/pipeline/audiences/contacts";
import { makeSegment } from "@sendex/pipeline/audiences/segments";
import { plain } from "@sendex/data/database/pools";
import { type Drive, driveOver, openDrive } from "@sendex/testing/drive";
import { seedAccount } from "@sendex/testing/accounts";
import { broadcastOf, draftBroadcast, mailsOf, makeAudience, runUntil } from "./broadcast-drive";

let drive: Drive;
beforeAll(async () => void (drive = await openDrive()));
afterAll(() => drive.test.close());

const another = async (): Promise<Drive> => driveOver(drive.test, await seedAccount(drive.test.context));

/** What became of the mail to an address, as SES would have told. */
async function cameTo(own: Drive, address: string, status: string): Promise<void> {
  const { rowCount } = await plain(own.test.context.data).query(
    "UPDATE recipients SET status = $3 WHERE account_id = $1 AND address = $2",
    [own.account.accountId, address, status],
  );
  expect(rowCount).toBe(1);
}

const addresses = async (own: Drive, id: string) => (await mailsOf(own, id)).map(({ address }) => address);

describe("a broadcast to those whom another did not reach", () => {
  it("goes to whom a mail failed or bounced, and to whom came since, not to whom it may still reach", async () => {
    const own = await another();
    const { context } = own.test;
    const segmentId = await makeAudience(own, 6);
    const first = await draftBroadcast(own, { segmentId });
    await sendBroadcast(context, own.caller, first);
    await runUntil(own, first, "sent");
    await cameTo(own, "c1@example.com", "failed");
    await cameTo(own, "c2@example.com", "bounced");
    await cameTo(own, "c3@example.com", "delivered");
    await cameTo(own, "c4@example.com", "queued");
    await cameTo(own, "c5@example.com", "complained");
    await putContact(context, own.caller, { address: "late@example.com", segments: [segmentId] });
    own.test.clock.advance(1_000);
    const again = await duplicateBroadcast(context, own.caller, first, { notReached: true });
    expect(again).toMatchObject({ state: "draft", notReachedBy: [first] });
    expect(await readAudience(context, again)).toEqual({ contacts: 3, left: 0 });
    await sendBroadcast(context, own.caller, again.id);
    await runUntil(own, again.id, "sent");
    expect(await addresses(own, again.id)).toEqual(["c1@example.com", "c2@example.com", "late@example.com"]);
    // Whom either reached has had it.
    const third = await duplicateBroadcast(context, own.caller, again.id, { notReached: true });
    expect((await readAudience(context, third)).contacts).toBe(0);
  });

  it("goes by a rule as well", async () => {
    const own = await another();
    const { context } = own.test;
    await makeAudience(own, 4);
    const rule = {
      match: "any" as const,
      conditions: ["c1@", "c2@"].map((value) => ({
        ...{ field: "email", operator: "starts_with" as const, value },
      })),
    };
    const { id: segmentId } = await makeSegment(context, own.caller, "Two", rule);
    const first = await draftBroadcast(own, { segmentId });
    await sendBroadcast(context, own.caller, first);
    await runUntil(own, first, "sent");
    await cameTo(own, "c2@example.com", "cancelled");
    const again = await duplicateBroadcast(context, own.caller, first, { notReached: true });
    expect(await readAudience(context, again)).toEqual({ contacts: 1, left: 0 });
    await sendBroadcast(context, own.caller, again.id);
    await runUntil(own, again.id, "sent");
    expect(await addresses(own, again.id)).toEqual(["c2@example.com"]);
  });

  it("waits until the other one is over", async () => {
    const own = await another();
    const { context } = own.test;
    const first = await draftBroadcast(own, { segmentId: await makeAudience(own, 2) });
    await sendBroadcast(context, own.caller, first);
    await runBroadcasts(context);
    await pauseBroadcast(context, own.caller, first);
    const { id } = await duplicateBroadcast(context, own.caller, first, { notReached: true });
    await expect(sendBroadcast(context, own.caller, id)).rejects.toMatchObject({
      fields: [{ field: "not_reached_by[0]", code: "still_going" }],
    });
    expect((await broadcastOf(own, id)).state).toBe("draft");
    await expect(draftBroadcast(own, { notReachedBy: ["bc_0"] })).rejects.toMatchObject({
      fields: [{ field: "not_reached_by[0]" }],
    });
  });
});
