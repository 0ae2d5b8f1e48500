import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { routes } from "@sendex/api/routes";
import { newApiKey, newOperatorKey } from "@sendex/crypto/token";
import { addOperator, removeOperator } from "@sendex/pipeline/access/operators";
import { createKey } from "@sendex/pipeline/accounts/create";
import { revokeKey } from "@sendex/pipeline/access/revoke-key";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import type { Response, Test } from "supertest";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";
import {
  bodyOf,
  OPERATOR_ROUTES,
  OUT_OF_SCOPE,
  pathsOf,
  PUBLIC_PATHS,
  REFUSES_ACTIVE,
  ROUTES,
  SENDS_TOO,
  type TestedRoute,
} from "./route-cases";

const named = ROUTES.map((route) => [route.name, route] as const);
const keyed = named.filter(([, { needsPerson }]) => !needsPerson);

let api: TestApi;
let suspended: SeededAccount;
let scoped: string;

beforeAll(async () => {
  api = await openTestApi();
  suspended = await seedAccount(api.context);
  scoped = await keyOf({ domains: ["other.example"] }).then(({ key }) => key);
});
afterAll(() => api.close());

const keyOf = (change: { domains?: string[] }) =>
  createKey(api.context, {
    accountId: api.tenant.accountId,
    permission: "full",
    name: "of a test",
    ...change,
  });

/** Asks a route for something that is there, with a body that would be accepted. */
async function ask(route: TestedRoute, key: string | null, tenant = api.tenant): Promise<Response> {
  const { theirs } = await pathsOf(route, api, tenant);
  return api.send(route.method, theirs, { key, body: bodyOf(route, api, tenant) });
}

/** As `ask`, before anything is made: for those that are turned away at the door. */
const knock = ({ method, path }: TestedRoute, key: string | null): Test => api.send(method, path, { key });

describe.each(named)("%s", (_, route) => {
  // All strangers of these tests come from one address, which has only so many requests a minute.
  beforeAll(() => api.clock.advance(60_000));

  test("without a key is 401 missing_api_key", async () => {
    const answer = await knock(route, null);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: "unauthorized", name: "missing_api_key", statusCode: 401 });
    expect(answer.headers).not.toHaveProperty("x-ratelimit-limit");
  });

  test.each(["rubbish", newApiKey("live"), "sk_live_short"])(
    "with a key that is none is 401 invalid_api_key",
    async (key) => {
      const answer = await knock(route, key);
      expect(answer.body).toMatchObject({ error: "unauthorized", name: "invalid_api_key" });
      expect(answer.status).toBe(401);
    },
  );

  test("with a revoked key is 401 from the next request on", async () => {
    const { id, key } = await keyOf({});
    expect((await knock(route, key)).status).not.toBe(401);
    await revokeKey(api.context, id);
    expect((await knock(route, key)).status).toBe(401);
  });

  test(route.needsPerson ? "takes no key" : "takes a full key", async () => {
    const { status, body } = await ask(route, api.tenant.keys.full);
    const refusal = REFUSES_ACTIVE.get(route.name);
    if (route.needsPerson) expect([status, body.error]).toEqual([403, "forbidden"]);
    else if (refusal !== undefined) expect(status).toBe(refusal);
    else expect(status).toBeLessThan(300);
  });

  test(route.sends ? "takes a send_only key" : "with a send_only key is 403 forbidden", async () => {
    const answer = await ask(route, api.tenant.keys.sendOnly);
    if (route.sends) expect(answer.status).toBe(202);
    else expect([answer.status, answer.body.name]).toEqual([403, "restricted_api_key"]);
    expect(answer.headers["x-ratelimit-limit"]).toBe("1000");
  });

  const outside = route.sends || route.needsPerson || OUT_OF_SCOPE.has(route.name);
  test(outside ? "with a key of another domain is 403 forbidden" : "takes a key of some domain", async () => {
    const answer = await ask(route, scoped);
    if (outside) expect([answer.status, answer.body.error]).toEqual([403, "forbidden"]);
    else expect(answer.status).toBeLessThan(300);
  });
});

describe("a suspended account", () => {
  // What a route is asked for is made while the account may still send.
  const asked = new Map<string, { path: string; body: unknown }>();
  beforeAll(async () => {
    for (const route of ROUTES) {
      const { theirs } = await pathsOf(route, api, suspended);
      asked.set(route.name, { path: theirs, body: bodyOf(route, api, suspended) });
    }
    const grounds = { cause: "operator", reason: "A test.", evidence: {} } as const;
    await suspend(api.context, suspended.accountId, grounds, "a test");
  });

  test.each(keyed)("%s", async (name, { method, sends }) => {
    const { path = "", body } = asked.get(name) ?? {};
    const answer = await api.send(method, path, { key: suspended.keys.full, body });
    if (sends || SENDS_TOO.has(name))
      expect([answer.status, answer.body.error]).toEqual([403, "account_suspended"]);
    else expect(answer.status).toBeLessThan(300);
  });
});

describe("a key with a domain scope", () => {
  test("sends from its domain only", async () => {
    const { accountId, domain } = api.tenant;
    const key = (
      await createKey(api.context, {
        accountId,
        permission: "full",
        name: "scoped",
        domains: ["other.example"],
      })
    ).key;
    for (const from of [`me@${domain}`, `me@other.example <me@${domain}>`, `me@sub.other.example`]) {
      const email = await api.send("post", "/api/v1/emails", { key, body: emailOf(api.tenant, { from }) });
      expect([email.status, email.body.error]).toEqual([403, "forbidden"]);
      const message = await api.send("post", "/v1/messages", { key, body: messageOf(api.tenant, { from }) });
      expect([message.status, message.body.error]).toEqual([403, "forbidden"]);
      const batch = await api.send("post", "/api/v1/emails/batch", {
        key,
        body: [emailOf(api.tenant, { from })],
      });
      expect([batch.status, batch.body.error]).toEqual([403, "forbidden"]);
    }
  });
});

describe.each(OPERATOR_ROUTES.map((route) => [route.name, route] as const))("%s", (_, route) => {
  beforeAll(() => api.clock.advance(60_000));

  test("takes an operator's key and no other", async () => {
    const { key } = await addOperator(api.context, "Ada", "a test");
    const revoked = await addOperator(api.context, "Gone", "a test");
    await removeOperator(api.context, revoked.id, "a test");
    const { theirs } = await pathsOf(route, api, api.tenant);
    for (const by of [null, api.tenant.keys.full, newOperatorKey(), "op_short", revoked.key])
      expect([by, (await api.send(route.method, theirs, { key: by })).status]).toEqual([by, 401]);
    const answer = await api.send(route.method, theirs, { key, body: bodyOf(route, api, api.tenant) });
    expect(answer.status).toBeLessThan(300);
  });

  test("answers 404 for what is not there, and 405 with Allow for another method", async () => {
    const { key } = await addOperator(api.context, "Ada", "a test");
    const { nobodys } = await pathsOf(route, api, api.tenant);
    const body = bodyOf(route, api, api.tenant);
    if (route.names) expect((await api.send(route.method, nobodys, { key, body })).status).toBe(404);
    const answer = await api.send("put", nobodys, { key });
    expect(answer.status).toBe(405);
    expect(answer.headers["allow"]?.split(", ")).toContain(route.method.toUpperCase());
    expect((await api.send("put", nobodys)).status).toBe(401);
  });
});

describe("the routes of these tests", () => {
  test("are all there are", () => {
    const stack = api.app.router.stack.map(({ route }) => route?.path).filter((path) => path !== undefined);
    expect(stack).toEqual(routes.map(({ path }) => path));
  });
});

test.each(PUBLIC_PATHS)(
  "$path takes $methods without a key, and is 405 for others",
  async ({ path, methods }) => {
    const answer = await api.send("put", path, { key: null });
    const allowed = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
    expect([answer.status, answer.headers["allow"]]).toEqual([405, allowed]);
    expect((await api.send("options", path, { key: null })).headers["allow"]).toBe(allowed);
  },
);

test("the bare address points to the reference, without a key and without a version", async () => {
  const answer = await api.send("get", "/", { key: null });
  expect([answer.status, answer.body]).toEqual([
    200,
    { name: "Sendex API", reference: "/reference", openapi: "/openapi.json", health: "/healthz" },
  ]);
});

describe("what no route takes", () => {
  beforeAll(() => api.clock.advance(60_000));

  test("is a JSON 404 for everyone, and counts against a known key", async () => {
    for (const path of [
      "/api/v1",
      "/api/v1/nothing",
      "/v1/nothing",
      "/api/v2/emails",
      "/metrics",
      "/readyz",
    ]) {
      const stranger = await api.send("get", path, { key: null });
      expect([stranger.status, stranger.body.error]).toEqual([404, "not_found"]);
      const guest = await api.send("get", path, { key: "rubbish" });
      expect([guest.status, guest.body.error]).toEqual([404, "not_found"]);
      const known = await api.send("get", path);
      expect([known.status, known.body.error]).toEqual([404, "not_found"]);
      expect(known.headers).toHaveProperty("x-ratelimit-remaining");
    }
  });

  test.each(named)("is 405 with Allow where only the method is wrong: %s", async (_, { path }) => {
    const answer = await api.send("put", path);
    expect([answer.status, answer.body.error]).toEqual([405, "method_not_allowed"]);
    const allowed = ROUTES.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    for (const method of allowed) expect(answer.headers["allow"]?.split(", ")).toContain(method);
    expect(answer.headers).toHaveProperty("x-ratelimit-remaining");
    const options = await api.send("options", path, { key: null });
    expect([options.status, options.headers["allow"]]).toEqual([200, answer.headers["allow"]]);
    expect(options.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("is a path with broken percent-encoding: 400", async () => {
    const answer = await api.send("get", "/api/v1/emails/%zz");
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
  });
});
