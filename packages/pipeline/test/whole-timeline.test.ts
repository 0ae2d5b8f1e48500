import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { plain } from "@sendex/data/database/pools";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { read, rowOf, statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";

describe("each event that SES tells", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());

  const sent = async (): Promise<string> => {
    await plain(drive.test.context.data).query("DELETE FROM suppressions");
    const id = await post(drive);
    await sendDue(drive);
    return id;
  };
  const say = (id: string, name: keyof typeof EVENTS, attempt = 1): string => {
    const [type, body] = EVENTS[name];
    return sesEvent(drive, { id, attempt }, type, body);
  };
  const counted = async (id: string, event: string): Promise<number> => {
    const { rows } = await plain(drive.test.context.data).query<{ count: number }>(
      "SELECT count(*)::int AS count FROM events WHERE subject_id = $1 AND webhook = $2",
      [id, event],
    );
    return rows[0]?.count ?? 0;
  };

  it("is on the timeline after the recipient was delivered, without a webhook of its own", async () => {
    const id = await sent();
    await createWebhook(drive.test.context, drive.caller, { endpoint: "https://a.example/", events: [] });
    for (const name of ["delivered", "softBounced", "deferred"] as const) await hear(drive, [say(id, name)]);
    expect((await timeline(drive, id)).slice(2)).toEqual(["sent", "delivered", "bounced", "deferred"]);
    expect(await statusOf(drive, id)).toBe("delivered");
    expect((await rowOf(drive, id))["reason"]).toBeNull();
    expect(await counted(id, "email.bounced")).toBe(0);
    const { events } = await read(drive, id);
    expect(events.find(({ type }) => type === "bounced")?.data.bounce?.type).toBe("Transient");
  });

  it("stays once, in one batch or later, under whatever SNS id", async () => {
    const id = await sent();
    const told = (["delivered", "softBounced", "opened"] as const).map((name) => say(id, name));
    await hear(drive, [...told, ...told]);
    await hear(drive, [...told, say(id, "sent")]);
    const types = (await timeline(drive, id)).slice(2);
    expect(types.sort()).toEqual(["bounced", "delivered", "opened", "sent"]);
  });

  it("is there each time it happens", async () => {
    const id = await sent();
    for (let i = 0; i < 3; i += 1) {
      drive.test.clock.advance(60_000);
      await hear(drive, [say(id, "deferred"), say(id, "opened")]);
    }
    const types = await timeline(drive, id);
    expect(types.filter((type) => type === "deferred")).toHaveLength(3);
    expect(types.filter((type) => type === "opened")).toHaveLength(3);
    expect(await counted(id, "email.deferred")).toBe(1);
  });

  it("tells apart what two clicks followed", async () => {
    const id = await sent();
    const click = (link: string) => sesEvent(drive, { id }, "Click", { click: { link } });
    await hear(drive, [
      click("https://a.example/1"),
      click("https://a.example/2"),
      click("https://a.example/1"),
    ]);
    expect((await timeline(drive, id)).filter((type) => type === "clicked")).toHaveLength(2);
  });

  it("shows that an earlier attempt was sent as well", async () => {
    const id = await sent();
    await plain(drive.test.context.data).query("UPDATE recipients SET attempt = 2 WHERE message_id = $1", [
      id,
    ]);
    await hear(drive, [say(id, "sent", 2), say(id, "sent", 1)]);
    const { events } = await read(drive, id);
    expect(events.flatMap(({ type, data }) => (type === "sent" ? [data.attempt] : []))).toEqual([1, 2]);
  });

  it("is on the timeline of what was suppressed before its second attempt", async () => {
    const id = await sent();
    await plain(drive.test.context.data).query(
      "UPDATE recipients SET status = 'suppressed', rank = 100 WHERE message_id = $1",
      [id],
    );
    await hear(drive, [say(id, "delivered")]);
    expect(await statusOf(drive, id)).toBe("suppressed");
    expect((await timeline(drive, id)).at(-1)).toBe("delivered");
  });

  it.each([
    ["Bounce", { bounce: { bounceType: "Permanent", bounceSubType: "OnAccountSuppressionList" } }, 0],
    ["Complaint", { complaint: { complaintSubType: "OnAccountSuppressionList" } }, 0],
    ["Bounce", { bounce: { bounceType: "Permanent", bounceSubType: "Suppressed" } }, 1],
    ["Bounce", { bounce: { bounceType: "Permanent", bounceSubType: "General" } }, 1],
  ] as const)(
    "of type %s with %j suppresses, and counts %i in the bounce rate",
    async (type, body, count) => {
      const { data } = drive.test.context;
      const id = await sent();
      await plain(data).query("DELETE FROM statistic_deltas");
      await hear(drive, [sesEvent(drive, { id }, type, body)]);
      expect(await statusOf(drive, id)).toBe(type === "Bounce" ? "bounced" : "complained");
      const listed = await plain(data).query("SELECT 1 FROM suppressions");
      expect(listed.rows).toHaveLength(1);
      const hurt = await plain(data).query("SELECT 1 FROM statistic_deltas WHERE event = 'hurt'");
      expect(hurt.rows).toHaveLength(count);
    },
  );
});
