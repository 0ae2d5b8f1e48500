import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ADDRESS_LIMIT_PER_MINUTE } from "@sendex/pipeline/access/limit-rate";
import { createKey } from "@sendex/pipeline/accounts/create";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
/** The UTC minute that the clock stands in, ms. */
let minute: number;
beforeAll(async () => {
  api = await openTestApi();
  minute = Math.ceil(api.clock.now().getTime() / 60_000) * 60_000;
  api.clock.set(new Date(minute + 15_000));
});
afterAll(() => api.close());

const keyWith = async (rateLimit: number): Promise<string> => {
  const { accountId } = api.tenant;
  return (await createKey(api.context, { accountId, permission: "full", name: "limited", rateLimit })).key;
};

describe("the rate limit of a key", () => {
  test("is told with every answer, whatever it is", async () => {
    const key = await keyWith(100);
    const answers = [
      await api.send("get", "/api/v1/emails", { key }),
      await api.send("get", "/api/v1/emails/none", { key }),
      await api.send("get", "/nothing", { key }),
      await api.send("put", "/api/v1/emails", { key }),
      await api.send("post", "/api/v1/emails", { key, body: {} }),
      await api.send("post", "/api/v1/emails", { key, body: "x", headers: { "Content-Type": "text/plain" } }),
      await api.send("post", "/v1/messages", { key, body: "{" }),
    ];
    answers.forEach(({ headers }, i) => {
      expect(headers).toMatchObject({
        "x-ratelimit-limit": "100",
        "x-ratelimit-remaining": String(99 - i),
        "x-ratelimit-reset": String(minute / 1000 + 60),
        "ratelimit-limit": "100",
        "ratelimit-remaining": String(99 - i),
        "ratelimit-reset": "45",
      });
      expect(headers).toHaveProperty("x-request-id");
    });
  });

  test("refuses with 429 until the next minute, before the body is looked at", async () => {
    const key = await keyWith(2);
    for (let i = 0; i < 2; i += 1)
      expect((await api.send("get", "/api/v1/emails", { key })).status).toBe(200);
    const refused = await api.send("post", "/api/v1/emails", { key, body: "not even JSON" });
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ error: "too_many_requests", name: "rate_limit_exceeded" });
    expect(refused.headers).toMatchObject({
      "retry-after": "45",
      "x-ratelimit-remaining": "0",
      connection: "close",
    });
    api.clock.advance(45_000);
    expect((await api.send("get", "/api/v1/emails", { key })).status).toBe(200);
  });

  test("comes after permission and before size", async () => {
    const { accountId } = api.tenant;
    const name = "send";
    const { key } = await createKey(api.context, { accountId, permission: "send_only", name, rateLimit: 1 });
    expect((await api.send("post", "/api/v1/emails", { key, body: emailOf(api.tenant) })).status).toBe(202);
    expect((await api.send("get", "/api/v1/emails", { key })).status).toBe(403);
    expect((await api.send("post", "/api/v1/emails", { key, body: emailOf(api.tenant) })).status).toBe(429);
  });
});

describe("the rate limit of an address", () => {
  test("refuses strangers, and nobody with a key", async () => {
    api.clock.advance(60_000);
    const statuses: number[] = [];
    for (let i = 0; i <= ADDRESS_LIMIT_PER_MINUTE; i += 1) {
      const path = i % 2 ? "/nothing" : "/v1/messages";
      statuses.push((await api.send("get", path, { key: i % 3 ? null : "rubbish" })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401, 404]));
    expect((await api.send("get", "/v1/messages")).status).toBe(200);
    expect((await api.send("get", "/healthz", { key: null })).status).toBe(200);
    const { headers, body } = await api.send("get", "/v1/messages", { key: null });
    expect([body.error, headers["retry-after"]]).toEqual([
      "too_many_requests",
      expect.stringMatching(/^\d+$/),
    ]);
  });
});
