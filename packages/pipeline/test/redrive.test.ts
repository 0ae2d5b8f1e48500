import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { ingest } from "@sendex/pipeline/reports/ingest";
import { redrive } from "@sendex/pipeline/reports/redrive";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";

describe("redriving notifications that SNS gave up on", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());

  const sent = async (): Promise<string> => {
    const id = await post(drive);
    await sendDue(drive);
    return id;
  };
  const say = (id: string, name: keyof typeof EVENTS) => {
    const [type, body] = EVENTS[name];
    return sesEvent(drive, { id }, type, body);
  };
  const envelope = (message: string, MessageId = randomUUID()) => {
    const TopicArn = "arn:aws:sns:us-east-1:000000000000:mail";
    return JSON.stringify({ Type: "Notification", MessageId, TopicArn, Message: message });
  };
  /** What the scheduler and the events worker do with what is stored. */
  const takeIn = async (): Promise<void> => {
    const { rows } = await plain(drive.test.context.data).query<{ id: string }>(
      "SELECT id FROM notifications WHERE done_at IS NULL",
    );
    await ingest(
      drive.test.context,
      rows.map(({ id }) => id),
    );
  };

  it.each<[string, (event: string) => string]>([
    ["an SNS envelope", (event) => envelope(event)],
    ["a message of SQS", (event) => JSON.stringify({ MessageId: "of SQS", Body: envelope(event) })],
    ["an event alone", (event) => event],
  ])("takes in %s, once however often it is given", async (_, write) => {
    const id = await sent();
    const line = write(say(id, "delivered"));
    expect(await redrive(drive.test.context, [line, "", line], "cli:test")).toEqual({
      stored: 1,
      known: 1,
      refused: [],
    });
    await takeIn();
    expect(await statusOf(drive, id)).toBe("delivered");

    expect(await redrive(drive.test.context, [line], "cli:test")).toEqual({
      stored: 0,
      known: 1,
      refused: [],
    });
    await takeIn();
    expect((await timeline(drive, id)).filter((type) => type === "delivered")).toHaveLength(1);
  });

  it("knows a notification that SNS did hand over", async () => {
    const id = await sent();
    const messageId = randomUUID();
    await drive.test.context.batches.storeNotification({
      id: messageId,
      topicArn: "t",
      trust: "sandbox",
      body: say(id, "delivered"),
      receivedAt: drive.test.clock.now(),
      publishedAt: drive.test.clock.now(),
    });
    const line = envelope(say(id, "delivered"), messageId);
    expect(await redrive(drive.test.context, [line], "cli:test")).toEqual({
      stored: 0,
      known: 1,
      refused: [],
    });
  });

  it("takes in the others where a line holds no notification, and names that one", async () => {
    const ids = await Promise.all([sent(), sent()]);
    const [first = "", second = ""] = ids.map((id) => envelope(say(id, "bounced")));
    const broken = [`{"Type":`, "[]", `{"Body":"no"}`, envelope("Hello."), `{"eventType":"Send"}`];
    expect(await redrive(drive.test.context, [first, ...broken, second], "cli:test")).toEqual({
      stored: 2,
      known: 0,
      refused: [2, 3, 4, 5, 6].map((line) => ({ line, why: expect.any(String) })),
    });
    await takeIn();
    expect(await Promise.all(ids.map((id) => statusOf(drive, id)))).toEqual(["bounced", "bounced"]);
  });

  it("is admitted by the scheduler as any stored notification is", async () => {
    const id = await sent();
    await redrive(drive.test.context, [envelope(say(id, "delivered"))], "cli:test");
    const { rows } = await plain(drive.test.context.data).query<{ admitted_until: Date }>(
      "SELECT admitted_until FROM notifications WHERE done_at IS NULL",
    );
    expect(rows).toHaveLength(1);
    const waits = Number(rows[0]?.admitted_until.getTime()) - drive.test.clock.now().getTime();
    expect(waits).toBeLessThanOrEqual(5_000);
  });
});
