import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newId } from "@sendex/crypto/token";
import { listAudit } from "@sendex/data/access/audit";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { putCase } from "@sendex/data/reputation/review-cases";
import { putDeadLetters } from "@sendex/data/sending/dead-letters";
import { pauseRoute } from "@sendex/data/sending/routes";
import { addOperator } from "@sendex/pipeline/access/operators";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
let key: string;
beforeAll(async () => {
  api = await openTestApi();
  key = (await addOperator(api.context, "Ada", "a test")).key;
});
afterAll(() => api.close());

const get = async (path: string) => api.send("get", path, { key });

test("operators see queues with their windows, routes and what waits for them", async () => {
  await api.context.queues.windows.announce({ critical: 11, standard: 12, bulk: 13 });
  const now = api.clock.now();
  await pauseRoute(api.context.data, { name: "ses", reason: "no credentials", pausedAt: now, probeAt: now });
  const { status, body } = await get("/admin/system");
  expect(status).toBe(200);
  const windows = body.queues.map(({ window }: { window: number | null }) => window);
  expect(windows.filter((size: number | null) => size !== null).sort()).toEqual([11, 12, 13]);
  expect(body.queues[0]).toMatchObject({
    waiting: expect.any(Number),
    active: 0,
    oldest_seconds: expect.any(Number),
  });
  expect(body.routes).toContainEqual(
    expect.objectContaining({ name: "ses", reason: "no credentials", paused_at: now.toISOString() }),
  );
  expect(body).toMatchObject({ dead_letters: { delivery: 0 }, unexplained: { recipients: 0 } });
});

test("operators see paces and the ledger", async () => {
  const signs = [{ domain: "slow.example", taken: 0, deferred: 50 }];
  // Still after ten seconds: only then it tells something about the domain.
  await api.context.domains.learn("ses", signs, api.clock.now());
  api.clock.advance(10_000);
  await api.context.domains.learn("ses", signs, api.clock.now());
  const paces = await get("/admin/paces");
  expect(paces.body.data).toMatchObject([
    { route: "ses", domain: "slow.example", per_second: expect.any(Number) },
  ]);
  expect((await get("/admin/ledger")).body).toMatchObject({ object: "list", has_more: false });
});

describe("dead letters", () => {
  test("are listed by kind and account, page by page, and resolved one by one", async () => {
    const now = api.clock.now();
    const { accountId } = api.tenant;
    const letters = [0, 1, 2].map(() => {
      const id = newId("dl", now);
      return {
        ...({ accountId, id, kind: "notification", subjectId: id, part: "" } as const),
        ...{ reason: "a test", detail: null, createdAt: now },
      };
    });
    await keyedTransaction(api.context.data, (client) => putDeadLetters(client, [...letters]));
    const list = (query: string) => get(`/admin/dead-letters?kind=notification&${query}`);
    const first = await list(`account=${accountId}&limit=2`);
    expect([first.body.data.length, first.body.has_more]).toEqual([2, true]);
    const rest = await list(`account=${accountId}&after=${first.body.data[1].id}`);
    expect(rest.body.data).toMatchObject([{ id: letters[2]?.id, part: null, reason: "a test" }]);
    expect((await list("account=acc_x")).status).toBe(400);
    expect((await get("/admin/dead-letters?kind=letter")).status).toBe(400);
    const path = `/admin/dead-letters/${letters[0]?.id}`;
    const resolved = await api.send("post", path, { key, body: { remedy: "release" } });
    expect(resolved.body).toMatchObject({ kind: "notification", remedy: "release" });
    expect((await api.send("post", path, { key, body: { remedy: "release" } })).status).toBe(404);
  });
});

test("operators read the mail of a case, which its owner can see", async () => {
  const body = emailOf(api.tenant, {
    html: "<b>Win</b>",
    attachments: [{ filename: "a.txt", content: "SGVsbG8=" }],
  });
  const messageId = (await api.send("post", "/api/v1/emails", { body })).body.id;
  const now = api.clock.now();
  const id = newId("cas", now);
  await putCase(api.context.data, {
    ...{ accountId: api.tenant.accountId, id, messageId, label: "phishing", score: 0.9, structural: true },
    ...{ reasons: [], provider: "embedded", action: "flag", createdAt: now },
  });
  const read = await get(`/admin/cases/${id}/mail`);
  expect(read.body).toMatchObject({
    subject: "Hello",
    html: "<b>Win</b>",
    files: ["a.txt"],
    message_id: messageId,
  });
  const { data } = await listAudit(api.context.data, { accountId: api.tenant.accountId, limit: 1 });
  expect(data).toMatchObject([{ act: "case.read_mail", actor: "operator:Ada", subjectId: messageId }]);
});
