import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readCredits } from "@sendex/data/credits/entries";
import { createKey } from "@sendex/pipeline/accounts/create";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { seedAccount } from "@sendex/testing/accounts";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.tenant = await seedAccount(api.context);
});

const grant = (amount: number) =>
  grantCredits(api.context, { accountId: api.tenant.accountId, amount, note: null });
const credits = () => readCredits(api.context.data, api.tenant.accountId);
const key = () => api.tenant.keys.full;
const post = (path: string, body: unknown, headers = {}) =>
  api.send("post", path, { key: key(), body, headers });

describe("402", () => {
  test.each([
    ["/api/v1/emails", () => emailOf(api.tenant, { to: ["a@inbox.example", "b@inbox.example"] })],
    ["/v1/messages", () => messageOf(api.tenant, { recipient: ["a@inbox.example", "b@inbox.example"] })],
    ["/api/v1/emails/batch", () => [emailOf(api.tenant), emailOf(api.tenant)]],
  ])("POST %s names the balance and the need, and takes nothing", async (path, body) => {
    await grant(1);
    const answer = await post(path, body());
    expect(answer.status).toBe(402);
    expect(answer.body).toEqual({
      error: "insufficient_credits",
      message: "This call needs 2 credits, one a recipient, and the account has 1. Nothing was sent.",
      statusCode: 402,
      name: "insufficient_credits",
    });
    expect(await credits()).toBe(1);
    await grant(1);
    expect((await post(path, body())).status).toBe(202);
    expect(await credits()).toBe(0);
  });

  test("answers for a permissive batch as a whole", async () => {
    await grant(1);
    const answer = await post("/api/v1/emails/batch", [emailOf(api.tenant), emailOf(api.tenant)], {
      "x-batch-validation": "permissive",
    });
    expect(answer.status).toBe(402);
  });

  test("comes after wrong fields and the key's scope, and before the sender's domain", async () => {
    await grant(1);
    const two = { to: ["a@inbox.example", "b@inbox.example"] };
    expect((await post("/api/v1/emails", emailOf(api.tenant, { ...two, x: 1 }))).status).toBe(400);
    const unverified = emailOf(api.tenant, { ...two, from: "me@unverified.example" });
    expect((await post("/api/v1/emails", unverified)).status).toBe(402);
    const scoped = await createKey(api.context, {
      accountId: api.tenant.accountId,
      permission: "send_only",
      name: "scoped",
      domains: [api.tenant.domain],
    });
    const out = await api.send("post", "/api/v1/emails", { key: scoped.key, body: unverified });
    expect(out.status).toBe(403);
  });

  test("is not answered to the repeat of what was paid for, nor to test keys", async () => {
    await grant(1);
    const headers = { "Idempotency-Key": "paid" };
    const first = await post("/api/v1/emails", emailOf(api.tenant), headers);
    const again = await post("/api/v1/emails", emailOf(api.tenant), headers);
    expect([first.status, again.status, again.text]).toEqual([202, 202, first.text]);
    const test = await api.send("post", "/api/v1/emails", {
      key: api.tenant.keys.test,
      body: emailOf(api.tenant),
    });
    expect(test.status).toBe(202);
  });
});
