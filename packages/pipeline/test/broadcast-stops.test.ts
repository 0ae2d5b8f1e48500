import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { resumeBroadcast, sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { runBroadcasts } from "@sendex/pipeline/audiences/run-broadcasts";
import { removeSegment } from "@sendex/pipeline/audiences/segments";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { driveOver, type Drive, openDrive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { seedAccount } from "@sendex/testing/accounts";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";
import { broadcastOf, draftBroadcast, makeAudience, runUntil, startBroadcast } from "./broadcast-drive";

let drive: Drive;
beforeAll(async () => void (drive = await openDrive()));
afterAll(() => drive.test.close());

/** An account of its own, so that audiences do not mix. */
async function another(): Promise<Drive> {
  return driveOver(drive.test, await seedAccount(drive.test.context));
}

describe("a broadcast stops", () => {
  it("where its first mails bounce, and goes on where its owner says so", async () => {
    const own = await another();
    const id = await startBroadcast(own, 110);
    await runBroadcasts(own.test.context);
    await runBroadcasts(own.test.context);
    await sendDue(own);
    const { rows } = await plain(own.test.context.data).query<{ id: string; address: string }>(
      `SELECT m.id, r.address FROM messages m JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id
       WHERE m.broadcast_id = $1 ORDER BY m.id LIMIT 3`,
      [id],
    );
    const bounce = (address: string) => ({
      bounce: {
        bounceType: "Permanent",
        bounceSubType: "General",
        bouncedRecipients: [{ emailAddress: address }],
      },
    });
    await hear(
      own,
      rows.map((row) => sesEvent(own, row, "Bounce", bounce(row.address))),
    );
    await runUntil(own, id, "paused");
    expect((await broadcastOf(own, id)).reason).toBe("many_bounces");
    await resumeBroadcast(own.test.context, own.caller, id);
    await runUntil(own, id, "sent");
  });

  it("where the account is suspended, has no credits, or its segment is gone", async () => {
    const poor = await another();
    await grantCredits(poor.test.context, { accountId: poor.account.accountId, amount: 1, note: null });
    const unpaid = await startBroadcast(poor, 2);
    expect(await runUntil(poor, unpaid, "paused")).toMatchObject({
      reason: "insufficient_credits",
      made: 0,
      cursor: "",
    });
    await grantCredits(poor.test.context, { accountId: poor.account.accountId, amount: 1, note: null });
    await resumeBroadcast(poor.test.context, poor.caller, unpaid);
    await runUntil(poor, unpaid, "sent");
    const bad = await another();
    const held = await startBroadcast(bad, 2);
    await suspend(
      bad.test.context,
      bad.account.accountId,
      { cause: "operator", reason: "A test.", evidence: {} },
      "a test",
    );
    expect(await runUntil(bad, held, "paused")).toMatchObject({ reason: "account_suspended", made: 0 });
    const lost = await another();
    const segmentId = await makeAudience(lost, 1);
    const id = await draftBroadcast(lost, { segmentId });
    await sendBroadcast(lost.test.context, lost.caller, id);
    await removeSegment(lost.test.context, lost.caller, segmentId);
    expect(await runUntil(lost, id, "failed")).toMatchObject({ reason: "segment_removed" });
  });
});
