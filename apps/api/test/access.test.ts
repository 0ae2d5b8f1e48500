import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newApiKey } from "@sendex/crypto/token";
import { createKey } from "@sendex/pipeline/create-account";
import { revokeKey } from "@sendex/pipeline/revoke-key";
import { seedAccount } from "../../../packages/boot/test/context";
import { emailOf, messageOf, type Method, openTestApi, type TestApi } from "./api";

/** Every route that needs a key. `sends`: a send_only key will do. */
const ROUTES: {
  method: Method;
  path: string;
  sends?: true;
  object?: "message" | "webhook" | "domain" | "key" | "suppression";
}[] = [
  { method: "post", path: "/api/v1/emails", sends: true },
  { method: "post", path: "/api/v1/emails/batch", sends: true },
  { method: "get", path: "/api/v1/emails" },
  { method: "get", path: "/api/v1/emails/:id", object: "message" },
  { method: "patch", path: "/api/v1/emails/:id", object: "message" },
  { method: "post", path: "/api/v1/emails/:id/cancel", object: "message" },
  { method: "post", path: "/api/v1/webhooks" },
  { method: "get", path: "/api/v1/webhooks" },
  { method: "get", path: "/api/v1/webhooks/:id", object: "webhook" },
  { method: "delete", path: "/api/v1/webhooks/:id", object: "webhook" },
  { method: "post", path: "/api/v1/domains" },
  { method: "get", path: "/api/v1/domains" },
  { method: "get", path: "/api/v1/domains/:id", object: "domain" },
  { method: "patch", path: "/api/v1/domains/:id", object: "domain" },
  { method: "delete", path: "/api/v1/domains/:id", object: "domain" },
  { method: "post", path: "/api/v1/domains/:id/verify", object: "domain" },
  { method: "post", path: "/api/v1/api-keys" },
  { method: "get", path: "/api/v1/api-keys" },
  { method: "get", path: "/api/v1/api-keys/:id", object: "key" },
  { method: "patch", path: "/api/v1/api-keys/:id", object: "key" },
  { method: "delete", path: "/api/v1/api-keys/:id", object: "key" },
  { method: "post", path: "/api/v1/suppressions" },
  { method: "get", path: "/api/v1/suppressions" },
  { method: "post", path: "/api/v1/suppressions/batch/add" },
  { method: "post", path: "/api/v1/suppressions/batch/remove" },
  { method: "get", path: "/api/v1/suppressions/:id", object: "suppression" },
  { method: "delete", path: "/api/v1/suppressions/:id", object: "suppression" },
  { method: "post", path: "/v1/suppressions" },
  { method: "get", path: "/v1/suppressions" },
  { method: "post", path: "/v1/suppressions/batch/add" },
  { method: "post", path: "/v1/suppressions/batch/remove" },
  { method: "get", path: "/v1/suppressions/:id", object: "suppression" },
  { method: "delete", path: "/v1/suppressions/:id", object: "suppression" },
  { method: "post", path: "/v1/unsubscribes" },
  { method: "get", path: "/v1/unsubscribes" },
  { method: "get", path: "/v1/unsubscribes/:id", object: "suppression" },
  { method: "delete", path: "/v1/unsubscribes/:id", object: "suppression" },
  { method: "post", path: "/v1/messages", sends: true },
  { method: "get", path: "/v1/messages" },
  { method: "get", path: "/v1/messages/:id", object: "message" },
  { method: "delete", path: "/v1/messages/:id", object: "message" },
];
const named = ROUTES.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);

let api: TestApi;
let others: { message: string; webhook: string; domain: string; key: string; suppression: string };
const unknown = {
  message: "msg_01kansas1200000000000000000",
  webhook: "whk_01kansas1200000000000000000",
  domain: "dom_01kansas1200000000000000000",
  key: "key_01kansas1200000000000000000",
  suppression: "sup_01kansas1200000000000000000",
};

beforeAll(async () => {
  api = await openTestApi();
  const rival = await seedAccount(api.context);
  const scheduled_at = new Date(api.clock.now().getTime() + 3_600_000).toISOString();
  const message = await api.send("post", "/api/v1/emails", {
    key: rival.keys.full,
    body: emailOf(rival, { scheduled_at }),
  });
  const body = { endpoint: "https://hooks.example/x" };
  const webhook = await api.send("post", "/api/v1/webhooks", { key: rival.keys.full, body });
  const key = rival.keys.full;
  const domain = await api.send("get", "/api/v1/domains", { key });
  const keys = await api.send("get", "/api/v1/api-keys", { key });
  const ids = { domain: domain.body.data[0].id, key: keys.body.data[0].id };
  const unsubscribe = await api.send("post", "/v1/unsubscribes", {
    key: rival.keys.full,
    body: { recipient: "a@y.dev" },
  });
  others = { message: message.body.id, webhook: webhook.body.id, suppression: unsubscribe.body.id, ...ids };
});
afterAll(() => api.close());

const bodyFor = (method: Method) =>
  method === "patch"
    ? { scheduled_at: new Date(api.clock.now().getTime() + 60_000).toISOString() }
    : undefined;
const at = (path: string, id: string): string => path.replace(":id", id);

describe.each(named)("%s", (_, { method, path, sends, object }) => {
  const here = at(path, "msg_x");

  test("without a key is 401 missing_api_key", async () => {
    const answer = await api.send(method, here, { key: null });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: "unauthorized", name: "missing_api_key", statusCode: 401 });
    expect(answer.headers).not.toHaveProperty("x-ratelimit-limit");
  });

  test.each(["rubbish", newApiKey("live"), "sk_live_short"])(
    "with a key that is none is 401 invalid_api_key",
    async (key) => {
      const answer = await api.send(method, here, { key });
      expect(answer.body).toMatchObject({ error: "unauthorized", name: "invalid_api_key" });
      expect(answer.status).toBe(401);
    },
  );

  test("with a revoked key is 401 from the next request on", async () => {
    const { id, key } = await createKey(api.context, {
      accountId: api.tenant.accountId,
      permission: "full",
      name: "gone",
    });
    expect((await api.send(method, here, { key })).status).not.toBe(401);
    await revokeKey(api.context, id);
    expect((await api.send(method, here, { key })).status).toBe(401);
  });

  test(
    sends ? "lets a send_only key through to the body" : "with a send_only key is 403 forbidden",
    async () => {
      const answer = await api.send(method, here, { key: api.tenant.keys.sendOnly, body: {} });
      expect(answer.status).toBe(sends ? (path.startsWith("/v1") ? 422 : 400) : 403);
      if (!sends) expect(answer.body).toMatchObject({ error: "forbidden", name: "restricted_api_key" });
      expect(answer.headers["x-ratelimit-limit"]).toBe("1000");
    },
  );

  if (object === undefined) return;
  test("answers another tenant's id byte for byte as an unknown one", async () => {
    const theirs = await api.send(method, at(path, others[object]), { body: bodyFor(method) });
    const nobodys = await api.send(method, at(path, unknown[object]), { body: bodyFor(method) });
    expect(theirs.status).toBe(404);
    expect(theirs.text).toBe(nobodys.text);
    expect(theirs.body).toMatchObject({ error: "not_found", name: "not_found" });
  });

  test.each(["x", "%00", "..%2f..", "msg_%27--"])("answers what cannot be an id with 404: %s", async (id) => {
    expect((await api.send(method, at(path, id), { body: bodyFor(method) })).status).toBe(404);
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

describe("what no route takes", () => {
  test("is a JSON 404 for everyone, and counts against a known key", async () => {
    for (const path of [
      "/",
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
    const answer = await api.send("put", at(path, "x"));
    expect([answer.status, answer.body.error]).toEqual([405, "method_not_allowed"]);
    const allowed = ROUTES.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    for (const method of allowed) expect(answer.headers["allow"]?.split(", ")).toContain(method);
    expect(answer.headers).toHaveProperty("x-ratelimit-remaining");
    const options = await api.send("options", at(path, "x"), { key: null });
    expect([options.status, options.headers["allow"]]).toEqual([200, answer.headers["allow"]]);
    expect(options.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("is a path with broken percent-encoding: 400", async () => {
    const answer = await api.send("get", "/api/v1/emails/%zz");
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
  });
});
