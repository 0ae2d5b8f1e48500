import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { newId } from "@sendex/crypto/token";
import { pauseSource } from "@sendex/data/reputation/source-pauses";
import { appeal } from "@sendex/pipeline/reputation/appeal";
import { addOperator } from "@sendex/pipeline/access/operators";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import type { Test } from "supertest";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { type Method, openTestApi, type TestApi } from "./api";

const NOW = new Date();

let api: TestApi;
let key: string;
let tenant: SeededAccount;
beforeAll(async () => {
  api = await openTestApi();
  ({ key } = await addOperator(api.context, "Ada", "a test"));
});
afterAll(() => api.close());
beforeEach(async () => void (tenant = await seedAccount(api.context)));

const send = (method: Method, path: string, body?: object): Test =>
  api.send(method, `/admin${path}`, { key, ...(body && { body }) });

describe("an operator", () => {
  test("is no customer", async () => {
    expect((await api.send("get", "/api/v1/emails", { key })).status).toBe(401);
  });

  test("finds what there is to do", async () => {
    const answer = await send("get", "/");
    expect(answer.status).toBe(200);
    expect(answer.body.data).toContainEqual({
      method: "POST",
      path: "/admin/accounts/:id/suspend",
      about: "Suspend an account",
    });
  });

  test("reads the description of all this, which customers' has no part of", async () => {
    const { body } = await send("get", "/openapi.json");
    expect(body).toMatchObject({
      security: [{ operatorKey: [] }, { session: [] }],
      paths: { "/admin/accounts/{id}/suspend": { post: { operationId: "accounts.suspend" } } },
    });
    const customers = await api.send("get", "/openapi.json", { key: null });
    expect(customers.text).not.toContain("/admin");
  });

  test("finds an account by part of its address", async () => {
    const answer = await send(
      "get",
      `/accounts?q=${encodeURIComponent(tenant.email.slice(0, 14).toUpperCase())}`,
    );
    expect(answer.body.data.map(({ id }: { id: string }) => id)).toEqual([tenant.accountId]);
  });

  test("sets an account's time zone, and writes it down", async () => {
    const base = `/accounts/${tenant.accountId}`;
    expect((await send("patch", base, { timezone: "Asia/Tokyo" })).body).toMatchObject({
      timezone: "Asia/Tokyo",
    });
    expect((await send("patch", base, { timezone: "Mars" })).body.errors).toMatchObject([
      { field: "timezone" },
    ]);
    const audit = await send("get", `/audit?account=${tenant.accountId}`);
    expect(audit.body.data).toMatchObject([{ act: "account.timezone", detail: { timeZone: "Asia/Tokyo" } }]);
  });

  test("suspends and reinstates, once each, and both are written down", async () => {
    const base = `/accounts/${tenant.accountId}`;
    const suspended = await send("post", `${base}/suspend`, { reason: "Bought lists." });
    expect(suspended.body).toMatchObject({ standing: "suspended", suspension: { reason: "Bought lists." } });
    expect((await send("post", `${base}/suspend`, { reason: "Again." })).status).toBe(422);
    const key403 = await api.send("post", "/api/v1/emails", { key: tenant.keys.full, body: {} });
    expect(key403.body.error).toBe("account_suspended");
    expect((await send("post", `${base}/reinstate`, {})).body).toMatchObject({
      standing: "active",
      suspension: null,
      history: {
        suspensions: [{ cause: "operator", reason: "Bought lists.", lifted_by: "operator:Ada", note: null }],
      },
    });
    expect((await send("post", `${base}/reinstate`, {})).status).toBe(422);
    const audit = await send("get", `/audit?account=${tenant.accountId}`);
    expect(audit.body.data.map(({ actor, act }: { actor: string; act: string }) => [actor, act])).toEqual([
      ["operator:Ada", "account.reinstate"],
      ["operator:Ada", "account.suspend"],
    ]);
  });

  test("lets a paused key go on, and says who did", async () => {
    const { accountId } = tenant;
    const key = await api.send("get", "/api/v1/api-keys", { key: tenant.keys.full });
    const { id } = key.body.data[0];
    const pause = { accountId, id: newId("pau", NOW), kind: "key" as const, sourceId: id, evidence: {} };
    await pauseSource(api.context.data, { ...pause, reason: "A test." }, {}, NOW);
    const base = `/accounts/${accountId}`;
    expect((await send("get", base)).body).toMatchObject({ pauses: [{ id }], history: { pauses: [] } });
    expect((await send("post", `${base}/pauses/${id}/resume`, {})).body).toMatchObject({
      pauses: [],
      history: { pauses: [{ id, kind: "key", reason: "A test.", resumed_by: "operator:Ada" }] },
    });
    const own = await api.send("get", "/api/v1/account", { key: tenant.keys.full });
    expect(own.body).not.toHaveProperty("history");
  });

  test("gives a tier and a guideline", async () => {
    const base = `/accounts/${tenant.accountId}`;
    const raised = await send("patch", base, { tier: "trusted", guideline: 20_000 });
    expect(raised.body).toMatchObject({ tier: "trusted", daily_guideline: 20_000 });
    expect((await send("patch", base, { guideline: null })).body).toMatchObject({ daily_guideline: 5_000 });
    expect((await send("patch", base, { tier: "best" })).status).toBe(400);
  });

  test("grants credits, and ends the ledger", async () => {
    const path = `/accounts/${tenant.accountId}/credits`;
    expect((await send("get", path)).body).toMatchObject({ credits: null, data: [] });
    expect((await send("post", path, { amount: 5, note: "A gift." })).body).toMatchObject({
      credits: 5,
      data: [{ kind: "grant", amount: 5, note: "A gift." }],
    });
    expect((await send("post", path, { amount: 0 })).status).toBe(400);
    expect((await send("post", path, { amount: null })).body).toMatchObject({ credits: null });
    const audit = await send("get", `/audit?account=${tenant.accountId}`);
    expect(audit.body.data.map(({ act }: { act: string }) => act)).toEqual([
      "credits.unlimited",
      "credits.grant",
    ]);
  });

  test("decides appeals", async () => {
    const { accountId } = tenant;
    await suspend(api.context, accountId, { cause: "operator", reason: "A test.", evidence: {} });
    const { id } = await appeal(api.context, accountId, "Invoices.");
    const list = await send("get", "/appeals");
    expect(list.body.data).toContainEqual(
      expect.objectContaining({ id, account_id: accountId, message: "Invoices." }),
    );
    expect((await send("post", `/appeals/${id}`, { decision: "maybe" })).status).toBe(400);
    const decided = await send("post", `/appeals/${id}`, { decision: "grant", note: "Fine." });
    expect(decided.body).toMatchObject({ status: "granted", note: "Fine." });
    expect((await send("post", `/appeals/${id}`, { decision: "deny" })).status).toBe(422);
    expect((await send("get", "/appeals")).body.data).not.toContainEqual(expect.objectContaining({ id }));
  });

  test.each([
    ["get", "/accounts/acc_nobody"],
    ["post", "/accounts/x/suspend"],
    ["get", "/appeals/x"],
    ["post", "/accounts/x/pauses/y/resume"],
  ] as const)("is told of what is not there: %s %s", async (method, path) => {
    expect((await send(method, path, method === "post" ? { reason: "x" } : undefined)).status).toBe(404);
  });

  test.each(["/accounts?limit=0", "/audit?account=x", "/appeals?before=x"])(
    "gets a 400 for %s",
    async (path) => {
      expect((await send("get", path)).status).toBe(400);
    },
  );

  test("is told the method that a path takes", async () => {
    const answer = await send("delete", "/appeals");
    expect([answer.status, answer.headers["allow"]]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});
