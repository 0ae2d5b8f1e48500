import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createApp } from "@sendex/api/http/app";
import { addOperator } from "@sendex/pipeline/access/operators";
import { consume } from "@sendex/queue/consume";
import { QUEUES } from "@sendex/queue/names";
import { silentLog } from "@sendex/testing/log";
import { seedPerson, type SeededPerson } from "@sendex/testing/people";
import { until } from "@sendex/testing/until";
import request, { type Test } from "supertest";
import { emailOf, openTestApi, type TestApi } from "./api";

const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const BOARD = "/admin/queues";
const ALL = Object.values(QUEUES);

let api: TestApi;
let operator: SeededPerson;
let customer: SeededPerson;
beforeAll(async () => {
  api = await openTestApi();
  operator = await seedPerson(api.context, { operator: true });
  customer = await seedPerson(api.context, { accountId: api.tenant.accountId, role: "owner" });
});
afterAll(() => api.close());

const get = (path: string, who?: SeededPerson, headers: Record<string, string> = {}): Test =>
  request(api.app)
    .get(`${BOARD}${path}`)
    .set({ ...(who && { Cookie: who.cookie }), ...headers });

describe("the queue board", () => {
  test("leads browsers that are not signed in to the door, and tells programs so", async () => {
    for (const path of ["", "/queue/deliver"]) {
      const { status, headers, text } = await get(path, undefined, BROWSER);
      expect([status, headers["location"], text]).toEqual([303, "/sign-in?next=%2Foperator", ""]);
    }
    for (const path of ["", "/api/queues", "/static/js/main.js"]) {
      const { status, body } = await get(path);
      expect([status, body.error]).toEqual([401, "unauthorized"]);
    }
  });

  test.each(["", "/queue/deliver", "/api/queues", "/api/redis/stats", "/static/images/logo.svg"])(
    "is not there for who is no operator: %s",
    async (path) => {
      const { status, body } = await get(path, customer, BROWSER);
      expect([status, body.error]).toEqual([404, "not_found"]);
    },
  );

  test("takes no key, of operators neither", async () => {
    const { key } = await addOperator(api.context, "Ada", "a test");
    const authorization = { Authorization: `Bearer ${key}` };
    expect((await get("/api/queues", undefined, authorization)).status).toBe(401);
    expect((await get("/api/queues", operator, authorization)).status).toBe(401);
  });

  test.each(["", "/queue/deliver", "/queue/deliver/a-job", "/job-schedulers"])(
    "is a page for operators, kept by nobody, that runs its own files alone: %s",
    async (path) => {
      const { status, headers, text } = await get(path, operator, BROWSER);
      expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(headers["cache-control"]).toBe("no-store");
      const policy = String(headers["content-security-policy"]);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' /);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(text).toContain(`<base href="${BOARD}/">`);
      expect(text).not.toMatch(/https?:|<style\b|\sstyle=|\son\w+=/);
    },
  );

  test("serves what its page names", async () => {
    const { text } = await get("", operator, BROWSER);
    const names = [...text.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, name]) => `/${name}`);
    expect(names.length).toBeGreaterThan(4);
    for (const name of [...names, "/static/locales/ja-JP/messages.json"]) {
      const { status, headers } = await get(name, operator);
      expect([name, status, headers["cache-control"]]).toEqual([name, 200, "no-store"]);
      expect(headers["content-type"]).toMatch(/^(text\/(css|javascript)|image\/svg|application\/json)/);
    }
  });

  test.each(["/nothing", "/api", "/api/nothing", "/static", "/static/js", "/static/..%2Findex.ejs"])(
    "has nothing else: %s",
    async (path) => {
      const { status, body } = await get(path, operator, BROWSER);
      expect([status, body.error]).toEqual([404, "not_found"]);
    },
  );

  test("lists all queues, each of them to be read alone", async () => {
    const { status, headers, body } = await get("/api/queues", operator);
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(body.queues.map(({ name }: { name: string }) => name).sort()).toEqual([...ALL].sort());
    for (const queue of body.queues)
      expect(queue).toMatchObject({ readOnlyMode: true, allowRetries: false, isPaused: false });
  });

  test("shows jobs by the ids that they hold, and nothing of a mail", async () => {
    const secret = "planted-word";
    const mail = emailOf(api.tenant, {
      to: `${secret}@inbox.example`,
      subject: secret,
      text: secret,
      html: `<p>${secret}</p>`,
      tags: [{ name: "kind", value: secret }],
      metadata: { note: secret },
    });
    const { body } = await api.send("post", "/api/v1/emails", { body: mail });
    const list = "/api/queues?activeQueue=send-standard&status=waiting&jobsPerPage=1000";
    await until(async () => (await get(list, operator)).text.includes(body.id));
    const standard = await get(list, operator);
    const { jobs } = standard.body.queues.find(({ name }: { name: string }) => name === "send-standard");
    expect(jobs).toMatchObject([{ data: { messageId: body.id, accountId: api.tenant.accountId } }]);
    const id = encodeURIComponent(jobs[0].id);
    const looks = ["", "/logs", "/flow"].map((part) =>
      get(`/api/queues/send-standard/${id}${part}`, operator),
    );
    for (const { status, text } of [standard, ...(await Promise.all(looks))])
      expect([status, text.includes(secret)]).toEqual([200, false]);
  });

  test("does not show the errors of jobs, which may quote what a database was given", async () => {
    const { url: redisUrl, prefix } = api.redis;
    await api.context.queues.enqueueNotifications([{ id: "sns-1" }]);
    const run = async () => {
      throw new Error("planted-error");
    };
    const options = { redisUrl, prefix, queue: QUEUES.ingest, concurrency: 1, log: silentLog };
    const consumer = consume({ ...options, run, passing: () => true });
    const ingest = (await api.context.queues.bullQueues()).find(({ name }) => name === QUEUES.ingest);
    await until(async () => (await ingest?.getJob("sns-1"))?.failedReason === "planted-error");
    const { body, text } = await get("/api/queues/ingest/sns-1", operator);
    await consumer.close(1_000);
    expect(body.job).toMatchObject({ isFailed: true, data: { id: "sns-1" }, stacktrace: [] });
    expect(text).not.toContain("planted-error");
  });

  test.each([
    ["put", "/api/queues/pause"],
    ["put", "/api/queues/deliver/pause"],
    ["put", "/api/queues/deliver/retry/failed"],
    ["put", "/api/queues/deliver/a-job/clean"],
    ["post", "/api/queues/deliver/add"],
    ["patch", "/api/queues/deliver/a-job/update-data"],
    ["delete", "/api/queues/deliver"],
    ["post", ""],
  ] as const)("takes no write: %s %s", async (method, path) => {
    const asked = request(api.app)[method](`${BOARD}${path}`);
    const { settings } = api.context;
    const ours = { Cookie: operator.cookie, Origin: settings.publicUrl, "X-Sendex-CSRF": operator.csrf };
    const { status, headers, body } = await asked.set(ours).send({});
    expect([status, headers["allow"], body.error]).toEqual([405, "GET, HEAD, OPTIONS", "method_not_allowed"]);
    for (const queue of await api.context.queues.bullQueues()) expect(await queue.isPaused()).toBe(false);
  });

  test("does not know the addresses of writes when they are asked for by GET", async () => {
    for (const path of ["/api/queues/pause", "/api/queues/resume", "/api/queues/deliver/pause"])
      expect((await get(path, operator)).status).toBe(404);
  });

  test("says that Redis is away, and is there again with it", async () => {
    const { queues } = api.context;
    let away = true;
    const bullQueues = async () => {
      if (away) throw new Error("Redis is away");
      return queues.bullQueues();
    };
    const app = createApp({ ...api.context, queues: { ...queues, bullQueues } });
    const ask = () => request(app).get(`${BOARD}/api/queues`).set("Cookie", operator.cookie);
    const { status, body } = await ask();
    expect([status, body.error]).toEqual([503, "service_unavailable"]);
    away = false;
    expect((await ask()).status).toBe(200);
  });
});
