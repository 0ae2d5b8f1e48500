import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createKey } from "@sendex/pipeline/accounts/create";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const PATH = "/api/v1/api-keys";
const create = (body: unknown, key?: string) =>
  api.send("post", PATH, { body, ...(key === undefined ? {} : { key }) });

async function keyWith(change: Partial<Parameters<typeof createKey>[1]>): Promise<string> {
  const { accountId } = api.tenant;
  return (await createKey(api.context, { accountId, permission: "full", name: "maker", ...change })).key;
}

describe("an API key", () => {
  test("is made, shown without its token, changed and revoked at once", async () => {
    const made = await create({ name: "CI", permission: "sending_access", rate_limit: 7 });
    expect(made.status).toBe(201);
    const { token, ...key } = made.body;
    expect(token).toMatch(/^sk_live_[0-9A-Za-z]{48}$/);
    expect(key).toEqual({
      object: "api_key",
      id: expect.stringMatching(/^key_/),
      name: "CI",
      permission: "send_only",
      mode: "live",
      domains: [],
      rate_limit: 7,
      hint: `sk_live_…${token.slice(-4)}`,
      created_at: api.clock.now().toISOString(),
      last_used_at: null,
    });
    expect((await api.send("get", `${PATH}/${key.id}`)).body).toEqual(key);
    expect((await api.send("get", `${PATH}?limit=1`)).body).toMatchObject({ data: [key], has_more: true });
    const sent = await api.send("post", "/api/v1/emails", { key: token, body: emailOf(api.tenant) });
    expect([sent.status, sent.headers["x-ratelimit-limit"]]).toEqual([202, "7"]);

    const body = { name: "CI two", rate_limit: null };
    const changed = await api.send("patch", `${PATH}/${key.id}`, { body });
    const { last_used_at: _, ...lasting } = key;
    expect(changed.body).toMatchObject({ ...lasting, ...body });
    const later = await api.send("post", "/api/v1/emails", { key: token, body: emailOf(api.tenant) });
    expect(later.headers["x-ratelimit-limit"]).toBe("1000");

    const gone = await api.send("delete", `${PATH}/${key.id}`);
    expect([gone.status, gone.body]).toEqual([200, { object: "api_key", id: key.id, deleted: true }]);
    const refused = await api.send("post", "/api/v1/emails", { key: token, body: emailOf(api.tenant) });
    expect(refused.status).toBe(401);
    for (const method of ["get", "delete"] as const)
      expect((await api.send(method, `${PATH}/${key.id}`)).status).toBe(404);
  });

  test("has a scope of several domains, by name or id", async () => {
    const { domain } = api.tenant;
    const other = await api.send("post", "/api/v1/domains", { body: { name: "scope.example" } });
    const made = await create({ name: "two", domain_id: other.body.id, domains: [domain.toUpperCase()] });
    expect(made.body.domains).toEqual(["scope.example", domain]);
    const key = made.body.token;
    expect((await api.send("post", "/api/v1/emails", { key, body: emailOf(api.tenant) })).status).toBe(202);
    const unknown = await create({ name: "x", domain_id: "dom_none", domains: [domain, "not.ours.example"] });
    expect(unknown.body.errors.map((error: { field: string }) => error.field)).toEqual([
      "domain_id",
      "domains[1]",
    ]);
  });

  test("of the test kind is made by a live key and makes its own kind", async () => {
    const made = await create({ name: "t", mode: "test" });
    expect(made.body).toMatchObject({ mode: "test", token: expect.stringMatching(/^sk_test_/) });
    const child = await create({ name: "u" }, made.body.token);
    expect(child.body.mode).toBe("test");
    expect((await create({ name: "v", mode: "live" }, made.body.token)).status).toBe(403);
  });

  test("makes or changes none that may do more than itself", async () => {
    const { domain } = api.tenant;
    const scoped = await keyWith({ domains: [domain] });
    expect((await create({ name: "inherits" }, scoped)).body.domains).toEqual([domain]);
    await api.send("post", "/api/v1/domains", { body: { name: "wider.example" } });
    expect((await create({ name: "wider", domains: ["wider.example"] }, scoped)).status).toBe(403);
    const slow = await keyWith({ rateLimit: 50 });
    expect((await create({ name: "inherits" }, slow)).body.rate_limit).toBe(50);
    expect((await create({ name: "faster", rate_limit: 51 }, slow)).status).toBe(403);
    expect((await create({ name: "faster", rate_limit: 1_001 })).status).toBe(403);
    const whole = await create({ name: "whole" });
    const at = `${PATH}/${whole.body.id}`;
    expect((await api.send("delete", at, { key: scoped })).status).toBe(403);
    expect((await api.send("patch", at, { key: slow, body: { name: "mine" } })).status).toBe(403);
    const own = await create({ name: "own" }, slow);
    const raised = { key: slow, body: { rate_limit: null } };
    expect((await api.send("patch", `${PATH}/${own.body.id}`, raised)).status).toBe(403);
  });

  test.each([
    [{}, "name"],
    [{ name: "a\u0000b" }, "name"],
    [{ name: "x".repeat(101) }, "name"],
    [{ name: "x", permission: "all" }, "permission"],
    [{ name: "x", rate_limit: 0 }, "rate_limit"],
    [{ name: "x", domains: ["a\u0000"] }, "domains[0]"],
    [{ name: "x", token: "mine" }, "token"],
  ])("is refused as %j, naming %s", async (body, field) => {
    const answer = await create(body);
    expect([answer.status, answer.body.errors.map((error: { field: string }) => error.field)]).toEqual([
      400,
      [field],
    ]);
  });

  test("tells when it was last used, to the minute", async () => {
    const made = await create({ name: "used" });
    const at = `${PATH}/${made.body.id}`;
    const lastUse = async () => (await api.send("get", at)).body.last_used_at;
    const used = api.clock.now().toISOString();
    await api.send("get", PATH, { key: made.body.token });
    await eventually(async () => (await lastUse()) === used);
    api.clock.advance(59_000);
    await api.send("get", PATH, { key: made.body.token });
    api.clock.advance(1_000);
    await api.send("get", PATH, { key: made.body.token });
    const again = api.clock.now().toISOString();
    await eventually(async () => (await lastUse()) === again);
  });
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > 10_000) throw new Error("it did not happen within 10 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
