import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addOperator } from "@sendex/pipeline/access/operators";
import { plain } from "@sendex/data/database/pools";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";
import request, { type Response } from "supertest";
import { emailOf, openTestApi, type SendOptions, type TestApi } from "./api";
import { bodyOf, callerOf, OPERATOR_ROUTES, pathsOf, ROUTES } from "./route-cases";

let database: TestDatabase;
let proxy: Proxy;
let api: TestApi;
let operatorKey: string;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await openProxy(database.url);
  api = await openTestApi({ settings: { databaseUrl: proxy.url, databasePatience: 1 } });
  ({ key: operatorKey } = await addOperator(api.context, "Ada", "a test"));
});
afterAll(async () => {
  await api.close();
  await proxy.close();
  await database.drop();
});

function expectAway(answer: Response, method: string): void {
  const more = method === "get" ? "Try again shortly." : "Nothing was stored; try again shortly.";
  expect([answer.status, answer.body.error]).toEqual([503, "service_unavailable"]);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect(answer.body.message).toBe(`The database cannot be reached. ${more}`);
}

/** What these need lies in the request, the key and the process. */
const ON_THEIR_OWN = new Set([
  "POST /api/v1/templates/preview",
  "POST /v1/templates/preview",
  "POST /api/v1/account/export",
]);
const READING = ROUTES.filter(({ name }) => !ON_THEIR_OWN.has(name));

describe("while PostgreSQL is away", () => {
  // What a route is asked for is made before, and the key is remembered: it is the route that meets the outage.
  const asked = new Map<string, { path: string } & SendOptions>();
  let link: string;
  beforeAll(async () => {
    for (const route of ROUTES) {
      const { theirs } = await pathsOf(route, api, api.tenant);
      const by = await callerOf(route, api, api.tenant);
      asked.set(route.name, { path: theirs, body: bodyOf(route, api, api.tenant), ...by });
    }
    const files = asked.get("GET /api/v1/emails/:id/attachments");
    const { body } = await api.send("get", files?.path ?? "");
    const { pathname, search } = new URL(body.data[0].download_url);
    link = pathname + search;
    proxy.cut();
  });
  afterAll(() => proxy.restore());

  test.each(READING.map((route) => [route.name, route] as const))("%s is 503", async (name, { method }) => {
    const { path = "", ...options } = asked.get(name) ?? {};
    expectAway(await api.send(method, path, options), method);
  });

  test("a download is 503", async () => expectAway(await request(api.app).get(link), "get"));

  test("a notification is 503, so that SNS sends it again", async () => {
    const message = {
      type: "Notification",
      messageId: "m",
      topicArn: "arn",
      message: "{}",
      timestamp: api.clock.now(),
      trust: "sandbox",
    };
    const answer = await request(api.app)
      .post("/api/ses-notifications")
      .set("Content-Type", "text/plain")
      .send(JSON.stringify(message));
    expectAway(answer, "post");
  });

  const operators = OPERATOR_ROUTES.map(({ name, ...route }) => [name, route] as const);
  test.each(operators)("%s is 503", async (_, { method, path }) => {
    const answer = await api.send(method, path, {
      key: operatorKey,
      ...(method === "get" ? {} : { body: {} }),
    });
    expectAway(answer, method);
  });
});

describe("where the answer to a commit is lost", () => {
  test("a send may have been accepted, and says how to repeat it", async () => {
    const direct = openTestData(database, 2);
    const count = async () =>
      Number((await plain(direct).query("SELECT count(*) AS n FROM messages")).rows[0]?.n);
    const body = emailOf(api.tenant);
    expect((await api.send("post", "/api/v1/emails", { body })).status).toBe(202);
    const before = await count();
    proxy.mute();
    const pending = api.send("post", "/api/v1/emails", { body }).then((answer) => answer);
    await until(async () => (await count()) > before);
    proxy.cut();
    const answer = await pending;
    proxy.restore();
    await direct.close();
    expect([answer.status, answer.body.error]).toEqual([503, "service_unavailable"]);
    expect(answer.headers["retry-after"]).toBe("2");
    expect(answer.body.message).toContain("may have been accepted");
    expect(answer.body.message).toContain("same Idempotency-Key");
  });
});
