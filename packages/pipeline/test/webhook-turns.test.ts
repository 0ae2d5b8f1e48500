import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { HttpOutcome } from "@sendex/core/ports";
import { admitDeliveries } from "@sendex/data/webhooks/admit-deliveries";
import { newId } from "@sendex/crypto/token";
import { openAdmission } from "@sendex/pipeline/sending/admit";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { deliver } from "@sendex/pipeline/webhooks/deliver";
import { openEndpointSlots } from "@sendex/pipeline/webhooks/slots";
import { createWebhook, deleteWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { consume, type Consumer } from "@sendex/queue/consume";
import { QUEUES, type DeliveryJob } from "@sendex/queue/names";
import { seedAccount } from "@sendex/testing/accounts";
import { accept, draftOf, openDrive, post, requestOf, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { silentLog } from "@sendex/testing/log";
import { plain } from "@sendex/data/database/pools";

const HANGING = "https://hanging.example/";
const HEALTHY = "https://healthy.example/";
/** As the 15 s of a real one, shorter. */
const HANG_MS = 4_000;
const WAITING = 1_000;
const PROMPT = 40;

describe("endpoints' turns", () => {
  let drive: Drive;
  let inFlight: number;
  let most: number;
  let healthyAt: Map<string, number>;
  let hung: string[];

  const answer = (url: string, eventId: string): Promise<HttpOutcome> =>
    new Promise((resolve) => {
      if (url === HEALTHY) {
        healthyAt.set(eventId, performance.now());
        return resolve({ kind: "answered", status: 200, body: "", ms: 1 });
      }
      hung.push(eventId);
      most = Math.max(most, (inFlight += 1));
      setTimeout(() => {
        inFlight -= 1;
        resolve({ kind: "failed", detail: "No answer", ms: HANG_MS });
      }, HANG_MS);
    });

  beforeEach(async () => {
    [inFlight, most, healthyAt, hung] = [0, 0, new Map(), []];
    drive = await openDrive({
      ports: { postOut: ({ url, headers }) => answer(url, headers["webhook-id"] ?? "") },
    });
  });
  afterEach(() => drive.test.close());

  const endpoint = (of: Drive, url: string) =>
    createWebhook(of.test.context, of.caller, { endpoint: url, events: ["email.queued"] });

  /** An account of its own, with an endpoint that answers. */
  async function openHealthy(): Promise<Drive> {
    const account = await seedAccount(drive.test.context);
    const caller = await authenticate(drive.test.context, account.authorization);
    const healthy = { ...drive, account, caller };
    await endpoint(healthy, HEALTHY);
    return healthy;
  }

  async function postMany(of: Drive, count: number): Promise<void> {
    const drafts = Array.from({ length: 100 }, () => draftOf(of));
    for (let left = count; left > 0; left -= 100)
      await accept(of.test.context, requestOf(of, drafts.slice(0, left)));
  }

  /** A webhook worker and a scheduler's admission, by the real clock, until `stop`. */
  function run(): { consumer: Consumer; stop(): Promise<void> } {
    const { context, redis, clock } = drive.test;
    const slots = openEndpointSlots();
    const admit = openAdmission(context);
    const ticking = setInterval(() => clock.set(new Date()), 5);
    const consumer = consume<DeliveryJob>({
      redisUrl: redis.url,
      prefix: redis.prefix,
      queue: QUEUES.deliver,
      concurrency: 200,
      log: silentLog,
      run: (job) => deliver(context, slots, job),
    });
    let stopped = false;
    const admission = (async () => {
      while (!stopped) {
        await admit();
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    })();
    return {
      consumer,
      async stop() {
        stopped = true;
        await admission;
        await consumer.close(5_000);
        clearInterval(ticking);
      },
    };
  }

  const rows = async <T extends object>(sql: string): Promise<T[]> =>
    (await plain(drive.test.context.data).query<T>(sql)).rows;

  it("serves an endpoint that answers at once, beside one that hangs with 1,000 deliveries", async () => {
    await endpoint(drive, HANGING);
    const healthy = await openHealthy();
    await postMany(drive, WAITING);
    const running = run();
    while (most === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const waits: number[] = [];
    for (let i = 0; i < PROMPT; i += 1) {
      const known = healthyAt.size;
      const began = performance.now();
      await post(healthy);
      while (healthyAt.size === known) await new Promise((resolve) => setTimeout(resolve, 2));
      waits.push(Math.max(...healthyAt.values()) - began);
    }
    while (hung.length < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    await running.stop();
    expect(most).toBe(16);
    // Who had to wait for the hanging one waited for HANG_MS, again and again.
    expect(waits.sort((a, b) => a - b).at(-2)).toBeLessThan(0.75 * HANG_MS);
    const [counts] = await rows<{ pending: number; tried: number }>(
      "SELECT count(*) FILTER (WHERE d.status = 'pending')::int AS pending, count(*) FILTER (WHERE attempts > 0)::int AS tried FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE w.endpoint = 'https://hanging.example/'",
    );
    // None is lost, and only those that were called have used up a try.
    expect(counts).toEqual({ pending: WAITING, tried: new Set(hung).size });
  }, 120_000);

  it("hands out an endpoint's oldest 64 at a time, everyone's first before anyone's second", async () => {
    await endpoint(drive, HANGING);
    const healthy = await openHealthy();
    await postMany(drive, 200);
    drive.test.clock.advance(10_000);
    await postMany(healthy, 3);
    drive.test.clock.advance(10_000);
    const now = drive.test.clock.now();
    const admission = { now, until: new Date(now.getTime() + 60_000), after: "" };
    const { data } = drive.test.context;
    const webhooks = await rows<{ id: string; endpoint: string }>("SELECT id, endpoint FROM webhooks");
    const named = (deliveries: { webhookId: string }[], url: string) =>
      deliveries.filter(({ webhookId }) => webhooks.find(({ id }) => id === webhookId)?.endpoint === url);
    const first = await admitDeliveries(data, { ...admission, limit: 6 });
    expect(named(first.deliveries, HEALTHY)).toHaveLength(3);
    const second = await admitDeliveries(data, { ...admission, limit: 1_000 });
    expect(named(second.deliveries, HANGING)).toHaveLength(61);
    expect((await admitDeliveries(data, { ...admission, limit: 1_000 })).deliveries).toEqual([]);
    expect(second.after).toBe("");
  });

  it("hands out four at a time of an endpoint that fails, and none of them directly", async () => {
    await createWebhook(drive.test.context, drive.caller, { endpoint: HANGING, events: [] });
    await plain(drive.test.context.data).query("UPDATE webhooks SET failing_since = now()");
    await postMany(drive, 20);
    await sendDue(drive);
    const direct = await rows("SELECT 1 FROM deliveries WHERE admitted_until IS NOT NULL");
    expect(direct).toEqual([]);
    expect((await drive.test.context.queues.depths()).deliver.waiting).toBe(0);
    const now = drive.test.clock.now();
    const admission = { now, until: new Date(now.getTime() + 60_000), limit: 1_000, after: "" };
    const { deliveries } = await admitDeliveries(drive.test.context.data, admission);
    expect(deliveries).toHaveLength(4);
  });

  it("goes on with the next endpoints where more wait than one look takes in", async () => {
    const { data } = drive.test.context;
    const now = drive.test.clock.now();
    await plain(data).query(
      "INSERT INTO webhooks (account_id, id, endpoint, events, secret, created_at) SELECT $1, 'wh_' || lpad(i::text, 5, '0'), 'https://x.example', '{}', '', $2 FROM generate_series(1, 1500) i",
      [drive.account.accountId, now],
    );
    await plain(data).query(
      "INSERT INTO deliveries (account_id, event_id, webhook_id, due_at) SELECT $1, $2, 'wh_' || lpad(i::text, 5, '0'), $3 FROM generate_series(1, 1500) i",
      [drive.account.accountId, newId("evt", now), now],
    );
    const admission = { now, until: new Date(now.getTime() + 60_000), limit: 5_000, after: "" };
    const first = await admitDeliveries(data, admission);
    expect(first).toMatchObject({ after: "wh_01000" });
    expect(first.deliveries).toHaveLength(1_000);
    const second = await admitDeliveries(data, { ...admission, after: first.after });
    expect(second).toMatchObject({ after: "" });
    expect(second.deliveries).toHaveLength(500);
  });

  it("drops what an endpoint left behind that was deleted, though it is due much later", async () => {
    const { id } = await endpoint(drive, HANGING);
    await postMany(drive, 30);
    await plain(drive.test.context.data).query("UPDATE deliveries SET due_at = due_at + interval '8 hours'");
    await deleteWebhook(drive.test.context, drive.caller, id);
    await openAdmission(drive.test.context)();
    expect(await rows("SELECT status, count(*)::int FROM deliveries GROUP BY status")).toEqual([
      { status: "dropped", count: 30 },
    ]);
  });
});
