import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { seedAccount } from "@sendex/testing/accounts";
import { pageHeaders, type SeededPerson, seedPerson } from "@sendex/testing/people";
import { until } from "@sendex/testing/until";
import { emailOf, messageOf, openTestApi, type SendOptions, type TestApi } from "./api";
import { serveSdk } from "./resend";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
});
afterAll(() => api.close());

interface Listed {
  id: string;
  endpoint: string;
  response_status: number;
  request_id: string;
  [name: string]: unknown;
}

const list = async (query: string, options: SendOptions = {}): Promise<Listed[]> => {
  const answer = await api.send("get", `/api/v1/logs?${query}`, options);
  expect([answer.status, answer.body.object]).toEqual([200, "list"]);
  return answer.body.data;
};

/** Calls are written a moment later. */
async function written(requestId: string, options: SendOptions = {}): Promise<Listed> {
  let found: Listed[] = [];
  await until(async () => (found = await list(`request_id=${requestId}`, options)).length > 0);
  return found[0] as Listed;
}

let count = 0;
const named = (): string => {
  count += 1;
  return `request-${process.pid}-${count}`;
};

describe("GET /api/v1/logs", () => {
  test("has a call as the Resend SDK reads it, with its bodies and without content", async () => {
    const id = named();
    const sent = await api.send("post", "/api/v1/emails", {
      body: emailOf(api.tenant),
      headers: { "X-Request-Id": id, "User-Agent": "shop/1.0" },
    });
    const listed = await written(id);
    expect(listed).toEqual({
      id: expect.stringMatching(/^log_/),
      created_at: api.clock.now().toISOString(),
      endpoint: "/api/v1/emails",
      method: "POST",
      response_status: 202,
      user_agent: "shop/1.0",
      mode: "live",
      route: "/api/v1/emails",
      duration_ms: expect.any(Number),
      request_id: id,
      api_key_id: expect.stringMatching(/^key_/),
      user_id: null,
      message_ids: [sent.body.id],
    });
    const { body } = await api.send("get", `/api/v1/logs/${listed.id}`);
    expect(body).toEqual({
      object: "log",
      ...listed,
      request_body: {
        from: `…@${api.tenant.domain}`,
        to: "…@inbox.example",
        subject: "[5 characters]",
        text: "[11 characters]",
      },
      response_body: {
        id: sent.body.id,
        object: "email",
        status: "queued",
        created_at: sent.body.created_at,
      },
    });
  });

  test("has refusals whole, but for the people in them", async () => {
    const id = named();
    const refused = await api.send("post", "/v1/messages", {
      body: messageOf(api.tenant, { recipient: "not an address", priority: "urgent" }),
      headers: { "X-Request-Id": id },
    });
    expect(refused.status).toBe(422);
    const { id: log } = await written(id);
    const { body } = await api.send("get", `/api/v1/logs/${log}`);
    expect(body).toMatchObject({ response_status: 422, response_body: refused.body });
  });

  test("has what has no route, no right or no JSON", async () => {
    const { sendOnly } = api.tenant.keys;
    for (const [method, path, options, status, endpoint] of [
      ["get", "/api/v1/email/ada@inbox.example", {}, 404, "/api/v1/email/:unknown"],
      ["get", "/api/v1/suppressions/ada@inbox.example", {}, 404, "/api/v1/suppressions/:id"],
      ["get", "/api/v1/domains", { key: sendOnly }, 403, "/api/v1/domains"],
      ["post", "/api/v1/emails", { body: "{" }, 400, "/api/v1/emails"],
      ["put", "/api/v1/emails", {}, 405, "/api/v1/emails"],
    ] as const) {
      const id = named();
      await api.send(method, path, { ...options, headers: { "X-Request-Id": id } });
      expect(await written(id)).toMatchObject({ endpoint, response_status: status });
    }
  });

  test("finds the calls of a message, those of a batch too", async () => {
    const sent = await api.send("post", "/api/v1/emails/batch", {
      body: [emailOf(api.tenant), emailOf(api.tenant)],
    });
    const [, { id }] = sent.body.data;
    const request = named();
    await api.send("get", `/v1/messages/${id}`, { headers: { "X-Request-Id": request } });
    await written(request);
    const calls = await list(`message_id=${id}`);
    expect(calls.map(({ endpoint }) => endpoint)).toEqual([`/v1/messages/${id}`, "/api/v1/emails/batch"]);
    expect(await list(`message_id=${id}&method=POST`)).toHaveLength(1);
  });

  test("narrows and pages", async () => {
    const account = await seedAccount(api.context);
    const key = account.keys.full;
    const ids: string[] = [];
    for (const path of ["/api/v1/emails", "/api/v1/emails/x", "/v1/messages", "/api/v1/domains"]) {
      api.clock.advance(1_000);
      const id = named();
      await api.send("get", path, { key, headers: { "X-Request-Id": id } });
      ids.unshift((await written(id, { key })).id);
    }
    const found = async (query: string) => (await list(query, { key })).map(({ id }) => id);
    expect(await found("")).toEqual(ids);
    expect(await found("status=404")).toEqual([ids[2]]);
    expect(await found("status=4xx")).toEqual([ids[2]]);
    expect(await found("status=2xx")).toEqual([ids[0], ids[1], ids[3]]);
    expect(await found("status=5xx")).toEqual([]);
    expect(await found("method=POST")).toEqual([]);
    expect(await found("endpoint=/api/v1/emails")).toEqual([ids[2], ids[3]]);
    expect(await found(`endpoint=${encodeURIComponent("/api/v1/emails/:id")}`)).toEqual([ids[2]]);
    expect(await found("limit=2")).toEqual(ids.slice(0, 2));
    expect(await found(`limit=2&after=${ids[1]}`)).toEqual(ids.slice(2));
    expect(await found(`limit=2&before=${ids[3]}`)).toEqual(ids.slice(1, 3));
    const [first] = await list("", { key });
    expect(await found(`api_key_id=${String(first?.["api_key_id"])}`)).toEqual(ids);
    expect(await found(`api_key_id=${account.keyIds.test}`)).toEqual([]);
    const then = new Date(api.clock.now().getTime() - 1_500).toISOString();
    expect(await found(`created_after=${then}`)).toEqual(ids.slice(0, 2));
    expect(await found(`created_before=${then}`)).toEqual(ids.slice(2));
  });

  test.each([
    "status=999",
    "status=ok",
    "method=PURGE",
    "api_key_id=x",
    "message_id=msg_1",
    "after=x",
    "key=1",
  ])("refuses %s by name", async (query) => {
    const answer = await api.send("get", `/api/v1/logs?${query}`);
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, query.split("=")[0]]);
  });

  test("is had as CSV", async () => {
    const answer = await api.send("get", "/api/v1/logs?format=csv&limit=1");
    const [head, first] = answer.text.split("\r\n");
    expect(answer.headers["content-type"]).toContain("text/csv");
    expect(head).toBe(
      "id,created_at,method,endpoint,response_status,duration_ms,caller,request_id,user_agent,message_ids",
    );
    expect(first).toMatch(/^log_/);
  });

  test("shows nothing that is older than 30 days", async () => {
    const id = named();
    await api.send("get", "/api/v1/emails", { headers: { "X-Request-Id": id } });
    const { id: log } = await written(id);
    const now = api.clock.now();
    api.clock.advance(30 * 86_400_000 + 1);
    expect(await list(`request_id=${id}`)).toEqual([]);
    expect((await api.send("get", `/api/v1/logs/${log}`)).status).toBe(404);
    api.clock.set(now);
    expect((await api.send("get", `/api/v1/logs/${log}`)).status).toBe(200);
  });
});

describe("what the log does not have", () => {
  let person: SeededPerson;
  beforeAll(async () => {
    person = await seedPerson(api.context, { accountId: api.tenant.accountId, role: "developer" });
  });

  /** Whether a call is in the log once one that comes after it is. */
  async function isLogged(call: (headers: Record<string, string>) => Promise<unknown>): Promise<boolean> {
    const [id, later] = [named(), named()];
    await call({ "X-Request-Id": id });
    await api.send("get", "/api/v1/emails", { headers: { "X-Request-Id": later } });
    await written(later);
    return (await list(`request_id=${id}`)).length > 0;
  }

  test("a read of the log, and of anything by a person", async () => {
    const [first] = await list("limit=1");
    for (const [path, options] of [
      ["/api/v1/logs", {}],
      [`/api/v1/logs/${first?.id}`, {}],
      ["/api/v1/emails", { as: person }],
    ] as const)
      expect([path, await isLogged((headers) => api.send("get", path, { ...options, headers }))]).toEqual([
        path,
        false,
      ]);
  });

  test("what changes nothing, by a person, whatever its method", async () => {
    const body = { subject: "Hi", values: {} };
    const preview = (options: SendOptions) => (headers: Record<string, string>) =>
      api.send("post", "/api/v1/templates/preview", { ...options, body, headers });
    expect(await isLogged(preview({ as: person }))).toBe(false);
    expect(await isLogged(preview({}))).toBe(true);
  });

  test("what nobody's key asked for", async () => {
    expect(await isLogged((headers) => api.send("get", "/api/v1/emails", { key: null, headers }))).toBe(
      false,
    );
    expect(await isLogged((headers) => api.send("get", "/healthz", { headers }))).toBe(false);
  });

  test("but it has what a person changes, with her id, and what she is refused", async () => {
    const id = named();
    await api.send("post", "/api/v1/emails", {
      as: person,
      body: emailOf(api.tenant),
      headers: { "X-Request-Id": id },
    });
    expect(await written(id)).toMatchObject({ user_id: person.userId, api_key_id: null });
    const viewer = await seedPerson(api.context, { accountId: api.tenant.accountId, role: "viewer" });
    const refused = named();
    const headers = { ...pageHeaders(api.context, viewer), "X-Request-Id": refused };
    await api.send("post", "/api/v1/emails", { key: null, body: {}, headers });
    expect(await written(refused)).toMatchObject({ user_id: viewer.userId, response_status: 403 });
  });
});

describe.each([
  ["live", "test"],
  ["test", "live"],
] as const)("calls of a %s key", (own, other) => {
  const keyOf = (mode: "live" | "test"): string => api.tenant.keys[mode === "live" ? "full" : "test"];

  test("are not there for one of the other mode", async () => {
    const id = named();
    await api.send("get", "/api/v1/emails", { key: keyOf(own), headers: { "X-Request-Id": id } });
    const { id: log } = await written(id, { key: keyOf(own) });
    expect(await list(`request_id=${id}`, { key: keyOf(other) })).toEqual([]);
    expect((await api.send("get", `/api/v1/logs/${log}`, { key: keyOf(other) })).status).toBe(404);
    expect((await api.send("get", `/api/v1/logs/${log}`, { key: keyOf(own) })).body.mode).toBe(own);
  });
});

test("the SDK lists and gets them", async () => {
  const sdk = await serveSdk(api);
  const resend = sdk.client("resend-6");
  const { data, error } = await resend("logs.list", { limit: 2 });
  expect(error).toBeNull();
  expect(data).toMatchObject({ object: "list", has_more: true });
  const [first] = data?.["data"] as { id: string }[];
  expect(await resend("logs.get", first?.id)).toMatchObject({ data: { object: "log", id: first?.id } });
  await sdk.close();
});
