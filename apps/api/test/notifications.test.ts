import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openTestApi, type TestApi } from "./api";
import { notificationsReady } from "@sendex/pipeline/ledger/ready";
import { prisma } from "@sendex/data/database/pools";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const PATH = "/api/ses-notifications";
const post = (body: string) =>
  api.send("post", PATH, { key: null, body, headers: { "Content-Type": "text/plain; charset=UTF-8" } });
const notification = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({
    type: "Notification",
    messageId: randomUUID(),
    topicArn: "arn:aws:sns:us-east-1:000000000000:sendex-sandbox",
    message: "{}",
    timestamp: api.clock.now(),
    trust: "sandbox",
    ...change,
  });
const stored = () => prisma(api.context.data).notification.count();

describe("POST /api/ses-notifications", () => {
  test("keeps a notification once, without a key, and says 200 to its repeats", async () => {
    const before = await stored();
    const body = notification();
    for (let times = 0; times < 3; times += 1) {
      const answer = await post(body);
      expect([answer.status, answer.body]).toEqual([200, { status: "ok" }]);
    }
    expect(await stored()).toBe(before + 1);
  });

  test("confirms a subscription", async () => {
    expect((await post(notification({ type: "SubscriptionConfirmation", token: "t-1" }))).status).toBe(200);
    expect(api.world.confirmed).toContainEqual(expect.objectContaining({ token: "t-1" }));
  });

  test("says 403 to what was checked and is forged, and keeps nothing", async () => {
    const before = await stored();
    const answer = await post('{"no":"notification"}');
    expect([answer.status, answer.body.error]).toEqual([403, "forbidden"]);
    expect(await stored()).toBe(before);
  });

  test("says 503, so that SNS tries again, when it could not be checked", async () => {
    const { verifySns } = api.context.ports;
    api.context.ports.verifySns = () => Promise.reject(new Error("no certificate"));
    const answer = await post(notification());
    api.context.ports.verifySns = verifySns;
    expect([answer.status, answer.body.error]).toEqual([503, "service_unavailable"]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  });

  test("says 503 to a raw delivery of a topic of ours, once a minute in the log, and is degraded for a while", async () => {
    const topic = "arn:aws:sns:us-east-1:000000000000:sendex-sandbox";
    api.context.settings.topicArns.push(topic);
    const raw = (topicArn: string, body = '{"eventType":"Delivery"}') =>
      api.send("post", PATH, {
        key: null,
        body,
        headers: {
          "Content-Type": "text/plain; charset=UTF-8",
          "x-amz-sns-rawdelivery": "true",
          "x-amz-sns-topic-arn": topicArn,
        },
      });
    const lines: Record<string, unknown>[] = [];
    const { error } = api.context.log;
    api.context.log.error = (fields) => void lines.push(fields);
    expect((await raw("arn:aws:sns:us-east-1:1:not-ours")).status).toBe(403);
    expect(notificationsReady(api.context)).toEqual({ notifications: "ok" });
    for (let times = 0; times < 3; times += 1) {
      const { status, body, headers } = await raw(topic);
      expect([status, body.error]).toEqual([503, "service_unavailable"]);
      expect(body.message).toContain("Turn raw message delivery off");
      expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    }
    api.context.log.error = error;
    expect(lines).toEqual([{ topicArn: topic, alert: "raw_delivery" }]);
    expect(notificationsReady(api.context)["notifications"]).toMatch(/^degraded: .*raw message delivery/);
    expect((await raw(topic, notification())).status).toBe(200);
    api.clock.advance(16 * 60_000);
    expect(notificationsReady(api.context)).toEqual({ notifications: "ok" });
  });

  test("takes nothing that is too large for SNS", async () => {
    const answer = await post("x".repeat(513 * 1024));
    expect([answer.status, answer.body.error]).toEqual([413, "payload_too_large"]);
  });

  test("takes nothing but POST", async () => {
    const answer = await api.send("get", PATH, { key: null });
    expect([answer.status, answer.headers["allow"]]).toEqual([405, "POST, OPTIONS"]);
  });
});
