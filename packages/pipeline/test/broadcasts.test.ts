import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { HOUR_MS } from "@sendex/kit/day";
import { changeContact } from "@sendex/pipeline/audiences/contacts";
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  sendBroadcast,
} from "@sendex/pipeline/audiences/drive-broadcast";
import { runBroadcasts } from "@sendex/pipeline/audiences/run-broadcasts";
import { makeProperty } from "@sendex/pipeline/audiences/properties";
import { readAudience } from "@sendex/pipeline/audiences/broadcast-results";
import { makeSegment } from "@sendex/pipeline/audiences/segments";
import { makeTopic } from "@sendex/pipeline/audiences/topics";
import { driveOver, type Drive, openDrive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { seedAccount } from "@sendex/testing/accounts";
import { hear, sesEvent } from "@sendex/testing/ses-events";
import { readChoices } from "@sendex/data/audiences/subscriptions";
import { plain } from "@sendex/data/database/pools";
import {
  broadcastOf,
  draftBroadcast,
  mailsOf,
  makeAudience,
  runUntil,
  startBroadcast,
} from "./broadcast-drive";

let drive: Drive;
beforeAll(async () => void (drive = await openDrive()));
afterAll(() => drive.test.close());

/** An account of its own, so that audiences do not mix. */
async function another(): Promise<Drive> {
  return driveOver(drive.test, await seedAccount(drive.test.context));
}

describe("a broadcast", () => {
  it("goes to each contact once, personalised, and to none that left", async () => {
    const own = await another();
    const { context } = own.test;
    const { id: topicId } = await makeTopic(context, own.caller, {
      name: "News",
      description: null,
      subscribed: true,
    });
    await makeProperty(context, own.caller, { key: "plan", type: "string", fallback: "free" });
    const segmentId = await makeAudience(own, 5);
    await changeContact(context, own.caller, { address: "c2@example.com" }, { unsubscribed: true });
    await changeContact(
      context,
      own.caller,
      { address: "c3@example.com" },
      { topics: [{ id: topicId, subscribed: false }] },
    );
    await changeContact(context, own.caller, { address: "c4@example.com" }, { properties: { plan: "pro" } });
    const id = await draftBroadcast(own, { segmentId, topicId, subject: "{{ first_name }} has {{ plan }}" });
    await sendBroadcast(context, own.caller, id);
    const done = await runUntil(own, id, "sent");
    expect(done).toMatchObject({ made: 3, skipped: 2 });
    expect(await mailsOf(own, id)).toEqual([
      { address: "c1@example.com", status: "sent", reason: null, subject: "C1 has free" },
      { address: "c4@example.com", status: "sent", reason: null, subject: "C4 has pro" },
      { address: "c5@example.com", status: "sent", reason: null, subject: "C5 has free" },
    ]);
  });

  it("goes to those who follow a rule", async () => {
    const own = await another();
    const { context } = own.test;
    await makeAudience(own, 4);
    await changeContact(context, own.caller, { address: "c3@example.com" }, { unsubscribed: true });
    const rule = {
      match: "any" as const,
      conditions: ["c1@", "c3@"].map((value) => ({
        field: "email",
        operator: "starts_with" as const,
        value,
      })),
    };
    const { id: segmentId } = await makeSegment(context, own.caller, "Some", rule);
    const id = await draftBroadcast(own, { segmentId });
    expect(await readAudience(context, await broadcastOf(own, id))).toEqual({ contacts: 2, left: 1 });
    await sendBroadcast(context, own.caller, id);
    expect(await runUntil(own, id, "sent")).toMatchObject({ made: 1, skipped: 1 });
    expect(await mailsOf(own, id)).toMatchObject([{ address: "c1@example.com" }]);
  });

  it("judges who left in between at the moment of sending", async () => {
    const own = await another();
    const id = await startBroadcast(own, 2);
    await runBroadcasts(own.test.context);
    await runBroadcasts(own.test.context);
    await changeContact(own.test.context, own.caller, { address: "c2@example.com" }, { unsubscribed: true });
    await runUntil(own, id, "sent");
    const outcomes = (await mailsOf(own, id)).map(({ address, status, reason }) => [address, status, reason]);
    expect(outcomes).toEqual([
      ["c1@example.com", "sent", null],
      ["c2@example.com", "suppressed", "opted_out"],
    ]);
  });

  it("takes SES's word for who left, once", async () => {
    const own = await another();
    const { context } = own.test;
    const first = await startBroadcast(own, 1);
    await runUntil(own, first, "sent");
    const { rows } = await plain(context.data).query<{ id: string }>(
      "SELECT id FROM messages WHERE broadcast_id = $1",
      [first],
    );
    const subscription = { newTopicPreferences: { unsubscribeAll: true } };
    const target = { id: rows[0]?.id ?? "", address: "c1@example.com" };
    const left = sesEvent(own, target, "Subscription", { subscription });
    await hear(own, [left, left]);
    const choices = await readChoices(context.data, { accountId: own.account.accountId, mode: "live" }, [
      "c1@example.com",
    ]);
    expect(choices.get("c1@example.com")).toEqual([{ topicId: "", subscribed: false, until: null }]);
    const { segmentId } = await broadcastOf(own, first);
    const second = await draftBroadcast(own, { segmentId });
    await sendBroadcast(context, own.caller, second);
    expect(await runUntil(own, second, "sent")).toMatchObject({ made: 0, skipped: 1 });
  });

  it("makes each mail once whatever fails, and however many schedulers there are", async () => {
    const own = await another();
    const { test } = own;
    const id = await startBroadcast(own, 1_200, { text: "x" });
    let passings = 0;
    const shaky = {
      ...test.context,
      failPoint: (name: string) => {
        passings += name.startsWith("broadcast:") ? 1 : 0;
        if (name.startsWith("broadcast:") && passings % 3 === 0) throw new Error("a drill");
      },
    };
    for (let turns = 0; turns < 30 && !(await broadcastOf(own, id)).exhausted; turns += 1) {
      await Promise.all([runBroadcasts(shaky), runBroadcasts(test.context), runBroadcasts(shaky)]);
      test.clock.advance(3_000);
    }
    expect(passings).toBeGreaterThan(3);
    const mails = await mailsOf(own, id);
    expect(mails).toHaveLength(1_200);
    expect(new Set(mails.map(({ address }) => address)).size).toBe(1_200);
    expect(await broadcastOf(own, id)).toMatchObject({ made: 1_200, skipped: 0, state: "sending" });
  });

  it("has no claim past a pause, and goes on where it stood", async () => {
    const own = await another();
    const id = await startBroadcast(own, 3);
    await runBroadcasts(own.test.context);
    await runBroadcasts(own.test.context);
    await pauseBroadcast(own.test.context, own.caller, id);
    await sendDue(own);
    expect((await mailsOf(own, id)).map(({ status, reason }) => [status, reason])).toEqual(
      Array(3).fill(["queued", "broadcast_paused"]),
    );
    await resumeBroadcast(own.test.context, own.caller, id);
    await runUntil(own, id, "sent");
    expect((await mailsOf(own, id)).map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
  });

  it("cancels what was not sent", async () => {
    const own = await another();
    const id = await startBroadcast(own, 3);
    await runBroadcasts(own.test.context);
    await runBroadcasts(own.test.context);
    await cancelBroadcast(own.test.context, own.caller, id);
    await runUntil(own, id, "cancelled");
    expect((await mailsOf(own, id)).map(({ status }) => status)).toEqual(Array(3).fill("cancelled"));
    await expect(resumeBroadcast(own.test.context, own.caller, id)).rejects.toThrow(
      "it can be resumed while it is paused",
    );
  });

  it("waits for its time, and is a draft again where it is cancelled before", async () => {
    const own = await another();
    const { context, clock } = own.test;
    const id = await draftBroadcast(own, { segmentId: await makeAudience(own, 1) });
    await sendBroadcast(context, own.caller, id, new Date(clock.now().getTime() + HOUR_MS));
    await runBroadcasts(context);
    expect((await broadcastOf(own, id)).state).toBe("queued");
    await cancelBroadcast(context, own.caller, id);
    expect(await broadcastOf(own, id)).toMatchObject({ state: "draft", scheduledAt: null });
    await sendBroadcast(context, own.caller, id, new Date(clock.now().getTime() + HOUR_MS));
    clock.advance(HOUR_MS);
    await runUntil(own, id, "sent");
  });

  it("goes at its tempo", async () => {
    const own = await another();
    const id = await startBroadcast(own, 5, { perHour: 60 });
    await runBroadcasts(own.test.context);
    await runBroadcasts(own.test.context);
    expect((await broadcastOf(own, id)).made).toBe(1);
    own.test.clock.advance(2 * 60_000);
    await runBroadcasts(own.test.context);
    expect((await broadcastOf(own, id)).made).toBe(3);
  });
});
