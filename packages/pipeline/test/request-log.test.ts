import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { LoggedCall } from "@sendex/core/logs/call";
import { newId } from "@sendex/crypto/token";
import { plain } from "@sendex/data/database/pools";
import { writeCalls } from "@sendex/data/logs/calls";
import { openRequestLog } from "@sendex/pipeline/logs/gather";
import { getLog, listLogs, type LogFilter } from "@sendex/pipeline/logs/read";
import { beginErasure } from "@sendex/data/content/account-erasure";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { actOf } from "@sendex/pipeline/access/act";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { loggedCall } from "@sendex/testing/logged-call";
import { silentLog } from "@sendex/testing/log";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

/** The bound of packages/pipeline/src/logs/gather.ts. */
const MOST_WAITING = 4_000;

describe("the request log", () => {
  let database: TestDatabase;
  let proxy: Proxy;
  let test: TestContext;
  let tenant: SeededAccount;
  let warnings: Record<string, unknown>[];
  let refusals: string[];
  beforeEach(async () => {
    warnings = [];
    refusals = [];
    database = await createTestDatabase();
    proxy = await openProxy(database.url);
    const log = {
      ...silentLog,
      warn: (fields: Record<string, unknown>, message: string) => {
        if (message.includes("request log")) warnings.push(fields);
      },
      debug: (_: object, message: string) => {
        if (message.includes("request log")) refusals.push(message);
      },
    };
    test = await openTestContext({ settings: { databaseUrl: proxy.url, databasePatience: 1 }, log });
    tenant = await seedAccount(test.context);
  });
  afterEach(async () => {
    await test.close();
    await proxy.close();
    await database.drop();
  });

  const call = (change: Partial<LoggedCall> = {}): LoggedCall =>
    loggedCall(tenant.accountId, test.clock.now(), change);
  /** Past the proxy. */
  const stored = async (): Promise<{ id: string }[]> => {
    const data = openTestData(database, 2);
    const { rows } = await plain(data).query<{ id: string }>("SELECT id FROM request_logs ORDER BY id");
    await data.close();
    return rows;
  };
  const metric = async (result: string): Promise<number> =>
    Number(new RegExp(`request_logs_total{result="${result}"} (\\d+)`).exec(await test.metrics())?.[1] ?? 0);

  it("writes a moment later what was noted, each call once, with its messages", async () => {
    const one = call({ messageIds: ["msg_1", "msg_2", "msg_1"] });
    test.context.requestLog.note(one);
    test.context.requestLog.note(one);
    test.context.requestLog.note(call());
    await until(async () => (await metric("written")) === 3);
    expect(await stored()).toHaveLength(2);
    const { rows } = await plain(test.context.data).query(
      "SELECT message_id, log_id FROM request_log_messages ORDER BY 1",
    );
    expect(rows).toEqual([
      { message_id: "msg_1", log_id: one.id },
      { message_id: "msg_2", log_id: one.id },
    ]);
  });

  it("finds a message's calls, alone and among others, and those written before it stood in the call's row", async () => {
    const { data } = test.context;
    const caller = await authenticate(test.context, tenant.authorization);
    const about = (...messageIds: string[]) => call({ messageIds });
    const calls = [about("msg_1"), about("msg_1", "msg_2"), about("msg_2"), about("msg_1"), call()];
    await writeCalls(data, calls);
    // As the version before wrote it.
    await plain(data).query(
      `WITH l AS (UPDATE request_logs SET message_ids = ARRAY[message_id], message_id = NULL WHERE id = $1 RETURNING account_id, id)
       INSERT INTO request_log_messages (account_id, message_id, log_id) SELECT account_id, 'msg_1', id FROM l`,
      [calls[0]?.id],
    );
    const { rows } = await plain(data).query(
      "SELECT DISTINCT log_id AS id FROM request_log_messages ORDER BY 1",
    );
    expect(rows).toEqual([{ id: calls[0]?.id }, { id: calls[1]?.id }]);
    const shown = async (filter: LogFilter) =>
      (await listLogs(test.context, caller, filter)).data.map(({ id, messageIds }) => [id, messageIds]);
    const [first, second, , fourth] = calls.map(({ id, messageIds }) => [id, messageIds]);
    const messageId = "msg_1";
    expect(await shown({ messageId, limit: 9 })).toEqual([fourth, second, first]);
    expect(await shown({ messageId, limit: 1, after: calls[3]?.id ?? "" })).toEqual([second]);
    expect(await shown({ messageId, limit: 2, before: calls[0]?.id ?? "" })).toEqual([fourth, second]);
    expect(await shown({ messageId, limit: 9, method: "POST" })).toEqual([]);
    expect(await shown({ limit: 9 })).toHaveLength(5);
    expect(await getLog(test.context, caller, calls[3]?.id ?? "")).toMatchObject({ messageIds: ["msg_1"] });
  });

  it("keeps calls while PostgreSQL is away, the newest, and counts those that it drops", async () => {
    proxy.cut();
    const calls = Array.from({ length: MOST_WAITING + 500 }, () => call());
    for (const one of calls) test.context.requestLog.note(one);
    expect(await metric("dropped")).toBe(500);
    // One more than there is room for.
    test.context.requestLog.note(call());
    await until(async () => (await metric("dropped")) > 500);
    proxy.restore();
    await until(async () => (await metric("written")) === MOST_WAITING);
    const rows = await stored();
    expect(rows).toHaveLength(MOST_WAITING);
    expect(rows[0]?.id).toBe(calls[501]?.id);
    expect(warnings).toHaveLength(1);
  });

  it("writes what is left when it is closed", async () => {
    for (let n = 0; n < 600; n += 1) test.context.requestLog.note(call());
    await test.context.requestLog.close();
    expect(await stored()).toHaveLength(600);
    test.context.requestLog.note(call());
    expect(await metric("dropped")).toBe(1);
  });

  it("is closed in time though PostgreSQL hangs, and says what is missing", async () => {
    proxy.hang();
    test.context.requestLog.note(call());
    const begun = performance.now();
    await test.context.requestLog.close();
    expect(performance.now() - begun).toBeLessThan(10_000);
    proxy.restore();
  });

  it("goes on after calls that PostgreSQL refuses, which are dropped", async () => {
    test.context.requestLog.note(call({ id: newId("log", new Date(0)) }));
    await until(async () => (await metric("dropped")) === 1);
    test.context.requestLog.note(call());
    await until(async () => (await metric("written")) === 1);
    expect(warnings).toEqual([{ calls: 1 }]);
  });

  it("loses no call with those that PostgreSQL refuses among them", async () => {
    const refused = () => call({ id: newId("log", new Date(0)) });
    const calls = Array.from({ length: 250 }, (_, n) => ([0, 130, 131].includes(n) ? refused() : call()));
    for (const one of calls) test.context.requestLog.note(one);
    await until(async () => (await metric("dropped")) === 3);
    await until(async () => (await metric("written")) === 247);
    const ids = calls.flatMap(({ id }, n) => ([0, 130, 131].includes(n) ? [] : [id]));
    expect((await stored()).map(({ id }) => id)).toEqual(ids.sort());
  });

  it("asks a database that refuses everything a few dozen times at most", async () => {
    for (let n = 0; n < 250; n += 1) test.context.requestLog.note(call({ id: newId("log", new Date(0)) }));
    await until(async () => (await metric("dropped")) === 250);
    expect(refusals.length).toBeGreaterThan(10);
    expect(refusals.length).toBeLessThan(50);
    test.context.requestLog.note(call());
    await until(async () => (await metric("written")) === 1);
  });

  it("has one call a minute of who is refused for asking too often", async () => {
    for (let n = 0; n < 5; n += 1) test.context.requestLog.note(call({ status: 429 }));
    test.context.requestLog.note(call({ status: 429, callerId: "key_other" }));
    await until(async () => (await metric("written")) === 2);
  });

  it("has nothing of an account that is being erased", async () => {
    const now = test.clock.now();
    await beginErasure(
      test.context.data,
      tenant.accountId,
      actOf(now, "a test", "account.erase", tenant.accountId, {}),
      now,
    );
    test.context.requestLog.note(call());
    await until(async () => (await metric("written")) === 1);
    expect(await stored()).toEqual([]);
  });

  it("says at most once a minute that calls are missing", async () => {
    const { clock, log, meters } = test.context;
    const own = openRequestLog(test.context.data, clock, { log, meters });
    await own.close();
    for (let n = 0; n < 3; n += 1) own.note(call());
    expect(warnings).toEqual([{ calls: 1 }]);
    test.clock.advance(60_000);
    own.note(call());
    expect(warnings).toEqual([{ calls: 1 }, { calls: 3 }]);
  });
});
