import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { MAX_STREAMS } from "@sendex/core/events";
import { idFloor } from "@sendex/crypto/token";
import { plain } from "@sendex/data/database/pools";
import { removeMember } from "@sendex/data/people/members";
import { createKey } from "@sendex/pipeline/accounts/create";
import { revokeKey } from "@sendex/pipeline/access/revoke-key";
import { seedAccount } from "@sendex/testing/accounts";
import { pageHeaders, seedPerson } from "@sendex/testing/people";
import { openProxy } from "@sendex/testing/redis-proxy";
import { testSettings } from "@sendex/testing/settings";
import { until } from "@sendex/testing/until";
import { emailOf, openTestApi, type TestApi } from "./api";
import { openStreaming, type Streaming } from "./event-source";

const PATH = "/api/v1/events/stream";

let api: TestApi;
let streaming: Streaming;
beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());
beforeEach(async () => void (streaming = await openStreaming(api)));
afterEach(async () => {
  await streaming.close();
  await until(() => api.context.streams.count() === 0);
});

async function post(key = api.tenant.keys.full): Promise<string> {
  const { body } = await api.send("post", "/api/v1/emails", { key, body: emailOf(api.tenant) });
  return body.id;
}

describe("an event stream", () => {
  test("tells an event with its id, its name and the body of its webhook", async () => {
    const body = { endpoint: "https://hooks.example/a" };
    const webhook = (await api.send("post", "/api/v1/webhooks", { body })).body.id;
    const source = await streaming.open();
    expect(source.status).toBe(200);
    expect(source.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(source.headers.get("cache-control")).toBe("no-store");
    expect(source.headers.get("x-accel-buffering")).toBe("no");
    const id = await post();
    const event = await source.heard("email.queued", id);
    const told = await api.send("get", `/api/v1/webhooks/${webhook}/events/${event.id}`);
    expect(told.body.payload).toEqual(event.data);
    await api.send("delete", `/api/v1/webhooks/${webhook}`);
  });

  test("tells those of its key's mode and account alone", async () => {
    const rival = await seedAccount(api.context);
    const [live, other, theirs] = await Promise.all([
      streaming.open(),
      streaming.open(PATH, { key: api.tenant.keys.test }),
      streaming.open(PATH, { key: rival.keys.full }),
    ]);
    const mail = await post();
    const testMail = await post(api.tenant.keys.test);
    const theirMail = (
      await api.send("post", "/api/v1/emails", { key: rival.keys.full, body: emailOf(rival) })
    ).body.id;
    await live.heard("email.queued", mail);
    await other.heard("email.queued", testMail);
    await theirs.heard("email.queued", theirMail);
    const heard = [live, other, theirs].map((source) => source.events().map(({ data }) => data?.data.id));
    expect(heard).toEqual([[mail], [testMail], [theirMail]]);
    expect(other.events()[0]?.data?.mode).toBe("test");
  });

  test("tells the events that are chosen, each under the name that was asked for", async () => {
    const source = await streaming.open(`${PATH}?events=email.cancelled,email.delivery_delayed`);
    const { body } = await api.send("post", "/api/v1/emails", {
      body: emailOf(api.tenant, { scheduled_at: "in 1 hour" }),
    });
    await api.send("post", `/api/v1/emails/${body.id}/cancel`);
    await source.heard("email.cancelled", body.id);
    expect(source.events()).toHaveLength(1);
  });

  test.each([
    ["the header", (id: string) => ({ path: PATH, headers: { "Last-Event-ID": id } })],
    ["the query", (id: string) => ({ path: `${PATH}?last_event_id=${id}`, headers: {} })],
  ])("goes on after the id in %s", async (_, resume) => {
    const first = await streaming.open();
    const before = await post();
    const { id = "" } = await first.heard("email.queued", before);
    first.close();
    const missed = [await post(), await post()];
    api.clock.advance(120_000);
    const { path, headers } = resume(id);
    const second = await streaming.open(path, { headers });
    for (const mail of missed) await second.heard("email.queued", mail);
    const later = await post();
    await second.heard("email.queued", later);
    const told = second.events().map(({ data }) => data?.data.id);
    expect(told.filter((mail) => [...missed, later].includes(mail ?? ""))).toEqual([...missed, later]);
  });

  test("begins with an id to come back with, so that a quiet stream misses nothing either", async () => {
    const quiet = await streaming.open();
    await until(() => quiet.blocks.length > 0);
    const [{ id = "" } = {}] = quiet.blocks;
    expect(quiet.events()).toEqual([]);
    quiet.close();
    const mail = await post();
    const again = await streaming.open(PATH, { headers: { "Last-Event-ID": id } });
    await again.heard("email.queued", mail);
  });

  test("tells once what became visible out of order", async () => {
    const source = await streaming.open();
    const first = await post();
    await source.heard("email.queued", first);
    // As of a transaction that was begun 20 s ago and has committed now.
    const id = idFloor("evt", new Date(api.clock.now().getTime() - 20_000));
    await plain(api.context.data).query(
      `INSERT INTO events (account_id, id, subject_type, subject_id, type, webhook, at, data)
       SELECT account_id, $1, subject_type, subject_id, 'cancelled', 'email.cancelled', at, data FROM events WHERE subject_id = $2 LIMIT 1`,
      [id, first],
    );
    expect(await source.heard("email.cancelled", first)).toMatchObject({ id });
    const second = await post();
    await source.heard("email.queued", second);
    expect(source.events().map((event) => event.event)).toEqual([
      "email.queued",
      "email.cancelled",
      "email.queued",
    ]);
  });

  test("ends once its key is revoked", async () => {
    const { accountId } = api.tenant;
    const { id, key } = await createKey(api.context, { accountId, permission: "full", name: "gone" });
    const [source, other] = [await streaming.open(PATH, { key }), await streaming.open()];
    await revokeKey(api.context, id);
    await source.ended;
    await other.heard("email.queued", await post());
  });

  test("follows the world that a member's session chooses, and ends once she is none", async () => {
    const { accountId } = api.tenant;
    const person = await seedPerson(api.context, { accountId, role: "viewer" });
    const page = pageHeaders(api.context, person);
    const [live, other] = [
      await streaming.open(PATH, { key: null, headers: page }),
      await streaming.open(PATH, { key: null, headers: { ...page, "X-Sendex-Mode": "test" } }),
    ];
    const [mail, testMail] = [await post(), await post(api.tenant.keys.test)];
    await live.heard("email.queued", mail);
    await other.heard("email.queued", testMail);
    expect([live.events().length, other.events().length]).toEqual([1, 1]);
    await removeMember(api.context.data, accountId, person.userId);
    await Promise.all([live.ended, other.ended]);
  });

  test("gives no body to HEAD, and leaves nothing open", async () => {
    const answer = await api.send("head", PATH);
    expect([answer.status, answer.text]).toEqual([200, undefined]);
    await until(() => api.context.streams.count() === 0);
  });
});

describe("an event stream is refused", () => {
  test.each([
    ["events=email.nothing", "events"],
    ["events=email.sent,,", "events"],
    ["events=email.received", "events"],
    ["last_event_id=evt_1", "last_event_id"],
    ["after=x", "after"],
  ])("for %s", async (query, field) => {
    const answer = await api.send("get", `${PATH}?${query}`);
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
  });

  test("for a Last-Event-ID that is none, or that is more than 3 days old", async () => {
    const old = idFloor("evt", new Date(api.clock.now().getTime() - 4 * 86_400_000));
    for (const [id, code] of [
      ["rubbish", "format"],
      [old, "out_of_range"],
    ] as const) {
      const answer = await api.send("get", PATH, { headers: { "Last-Event-ID": id } });
      expect([answer.status, answer.body.errors[0].code]).toEqual([400, code]);
    }
  });

  test(`beyond ${MAX_STREAMS} of an account, until one of them ends`, async () => {
    const sources = await Promise.all(Array.from({ length: MAX_STREAMS }, () => streaming.open()));
    expect(sources.map(({ status }) => status)).toEqual(sources.map(() => 200));
    const refused = await api.send("get", PATH);
    expect([refused.status, refused.body.error]).toEqual([429, "too_many_requests"]);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    const rival = await seedAccount(api.context);
    expect((await streaming.open(PATH, { key: rival.keys.full })).status).toBe(200);
    sources[0]?.close();
    await until(async () => (await streaming.open()).status === 200);
  });
});

test("without Redis a stream looks by itself", async () => {
  const proxy = await openProxy(testSettings("").redisUrl);
  const apart = await openTestApi({ settings: { redisUrl: proxy.url } });
  const own = await openStreaming(apart);
  proxy.cut();
  const source = await own.open();
  expect(source.status).toBe(200);
  const { body } = await apart.send("post", "/api/v1/emails", { body: emailOf(apart.tenant) });
  await source.heard("email.queued", body.id);
  await own.close();
  await apart.close();
  await proxy.close();
});

test("all streams end at once when the process stops, and none begins", async () => {
  const apart = await openTestApi();
  const own = await openStreaming(apart);
  const sources = [await own.open(), await own.open()];
  apart.context.streams.close();
  await Promise.all(sources.map(({ ended }) => ended));
  expect((await apart.send("get", PATH)).status).toBe(503);
  await own.close();
  await apart.close();
});
