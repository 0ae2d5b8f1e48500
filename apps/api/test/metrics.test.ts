import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { SDK_METRICS } from "@sendex/wire/analytics/metrics";
import { emailOf, openTestApi, type TestApi } from "./api";
import { serveSdk, type SdkServer } from "./resend";

const MONDAY = new Date("2026-11-16T10:20:00Z");

let api: TestApi;
let sdk: SdkServer;
let tenant: SeededAccount;
let drive: Drive;
beforeAll(async () => {
  api = await openTestApi({ now: MONDAY });
  await ensurePartitions(api.context.data, MONDAY);
  sdk = await serveSdk(api);
  api.world.providers.set("gmail.example", "google");
});
afterAll(async () => {
  await sdk.close();
  await api.close();
});
beforeEach(async () => {
  api.clock.set(MONDAY);
  tenant = await seedAccount(api.context);
  drive = await driveOver(api, tenant);
});

const metrics = async (query: string, key = tenant.keys.full) =>
  (await api.send("get", `/api/v1/emails/metrics?${query}`, { key })).body;

/** Sends one mail, lets SES say these words of it, and counts. */
async function sent(
  change: Record<string, unknown> & { to?: string },
  words: (keyof typeof EVENTS)[] = [],
  key = tenant.keys.full,
) {
  const { body } = await api.send("post", "/api/v1/emails", { key, body: emailOf(tenant, change) });
  if (body.id === undefined) throw new Error(`not accepted: ${JSON.stringify(body)}`);
  await sendDue(drive);
  const address = change.to ?? "you@inbox.example";
  for (const word of words) {
    const [type, said] = EVENTS[word];
    const text = JSON.stringify(said).replaceAll("someone@example.com", address);
    await hear(drive, [sesEvent(drive, { id: body.id, address }, type, JSON.parse(text))]);
  }
  await rollUpAll(api.context.data);
  return String(body.id);
}

describe("the SDK's emails.metrics", () => {
  test("answers all of its metrics for the last six days", async () => {
    await sent({}, ["delivered"]);
    api.clock.advance(60_000);
    const { data, error } = await sdk.client("resend-6", tenant.keys.full)("emails.metrics");
    expect(error).toBeNull();
    expect(data).toEqual({
      object: "metrics",
      start_date: "2026-11-10T10:15:00.000Z",
      end_date: "2026-11-16T10:30:00.000Z",
      metrics: SDK_METRICS,
      dimensions: [],
      granularity: "daily",
      totals: expect.objectContaining({
        sent: 1,
        delivered: 1,
        received: 0,
        delivery_rate: 100,
        bounce_rate: 0,
      }),
    });
  });

  test("takes its options", async () => {
    await sent({}, ["delivered"]);
    const domains = (await api.send("get", "/api/v1/domains", { key: tenant.keys.full })).body.data;
    const { data, error } = await sdk.client("resend-6", tenant.keys.full)("emails.metrics", {
      startDate: "2026-11-15",
      endDate: "2026-11-17",
      timezone: "Asia/Kolkata",
      granularity: "daily",
      metrics: ["sent", "delivery_rate"],
      dimensions: ["period", "domain"],
      domainId: [domains[0].id],
    });
    expect(error).toBeNull();
    expect(data).toMatchObject({
      start_date: "2026-11-14T18:30:00.000Z",
      totals: { sent: 1, delivery_rate: 100 },
      data: [
        {
          period: "2026-11-16",
          domain_id: domains[0].id,
          domain_name: tenant.domain,
          sent: 1,
          delivery_rate: 100,
        },
      ],
    });
  });

  test("counts emails by their ids", async () => {
    const id = await sent({}, ["delivered", "opened"]);
    await sent({ to: "other@inbox.example" });
    const resend = sdk.client("resend-6", tenant.keys.full);
    const options = { dimensions: ["email"], metrics: ["sent", "delivered"], emailId: [id] };
    api.clock.advance(60_000);
    expect((await resend("emails.metrics", options)).data).toMatchObject({
      totals: { sent: 1, delivered: 1 },
      data: [{ email_id: id, sent: 1, delivered: 1 }],
    });
    expect((await metrics("dimensions=email&metrics=sent")).data).toHaveLength(2);
  });

  test("tells of no broadcast where there was none", async () => {
    await sent({});
    const answer = await sdk.client("resend-6", tenant.keys.full)("emails.metrics", {
      dimensions: ["broadcast"],
    });
    expect(answer).toMatchObject({ error: null, data: { totals: { sent: 1 }, data: [] } });
  });
});

describe("metrics", () => {
  test("by period have a row for each, also without mail", async () => {
    await sent({}, ["delivered"]);
    api.clock.advance(60_000);
    const { data } = await metrics("start_date=2026-11-14&dimensions=period&metrics=accepted,delivered");
    expect(data).toEqual([
      { period: "2026-11-14", accepted: 0, delivered: 0 },
      { period: "2026-11-15", accepted: 0, delivered: 0 },
      { period: "2026-11-16", accepted: 1, delivered: 1 },
    ]);
  });

  test.each([
    ["tag", "tag=kind:receipt", "tag", "kind:receipt"],
    ["priority", "priority=critical", "priority", "critical"],
    ["provider", "provider=google", "provider", "google"],
  ])("by %s, and of one alone", async (dimension, filter, field, value) => {
    await sent({
      to: "a@gmail.example",
      tags: [{ name: "kind", value: "receipt" }],
      priority: "critical",
    });
    await sent({ to: "b@inbox.example", tags: [{ name: "kind", value: "reset" }] });
    api.clock.advance(60_000);
    const { data, totals } = await metrics(`dimensions=${dimension}&metrics=sent`);
    expect(totals).toEqual({ sent: 2 });
    expect(data).toHaveLength(2);
    expect(data).toContainEqual({ [field]: value, sent: 1 });
    const one = await metrics(`${filter}&metrics=sent`);
    expect(one).toMatchObject({ totals: { sent: 1 } });
  });

  test("tell how long delivering takes", async () => {
    const { body } = await api.send("post", "/api/v1/emails", {
      key: tenant.keys.full,
      body: emailOf(tenant),
    });
    await sendDue(drive);
    api.clock.advance(60_000);
    const told = {
      delivery: { timestamp: api.clock.now().toISOString(), recipients: ["you@inbox.example"] },
    };
    await hear(drive, [sesEvent(drive, { id: body.id, address: "you@inbox.example" }, "Delivery", told)]);
    await rollUpAll(api.context.data);
    const { totals } = await metrics("metrics=delay_p50,delay_p95,delay_p99");
    for (const delay of [totals.delay_p50, totals.delay_p95, totals.delay_p99]) {
      expect(delay).toBeGreaterThan(57_000);
      expect(delay).toBeLessThan(63_000);
    }
  });

  test("keep the worlds and the accounts apart", async () => {
    await sent({}, [], tenant.keys.test);
    const other = await seedAccount(api.context);
    api.clock.advance(60_000);
    expect((await metrics("metrics=accepted")).totals).toEqual({ accepted: 0 });
    expect((await metrics("metrics=accepted", tenant.keys.test)).totals).toEqual({ accepted: 1 });
    expect((await metrics("metrics=accepted", other.keys.test)).totals).toEqual({ accepted: 0 });
  });

  test.each([
    ["start_date=2026-11-17", "start_date"],
    ["start_date=yesterday", "start_date"],
    ["start_date=2020-01-01", "start_date"],
    ["granularity=hourly&dimensions=period&start_date=2026-10-01", "start_date"],
    ["timezone=Mars/Olympus", "timezone"],
    ["metrics=sent,nothing", "metrics"],
    ["dimensions=tag,provider", "dimensions"],
    ["dimensions=tag&provider=google", "provider"],
    ["dimensions=email,domain", "dimensions"],
    ["dimensions=email&metrics=delay_p50", "metrics"],
    ["granularity=yearly", "granularity"],
    ["colour=red", "colour"],
    ["priority=urgent", "priority"],
  ])("say what is wrong with ?%s", async (query, field) => {
    const answer = await api.send("get", `/api/v1/emails/metrics?${query}`, { key: tenant.keys.full });
    expect([answer.status, answer.body.errors.map((error: { field: string }) => error.field)]).toEqual([
      400,
      [field],
    ]);
  });
});

describe("/v1/analytics", () => {
  test("says the same in the other surface's words", async () => {
    await sent({ to: "a@gmail.example" }, ["delivered"]);
    api.clock.advance(60_000);
    const { body } = await api.send("get", "/v1/analytics?from=2026-11-16&interval=day&group_by=provider", {
      key: tenant.keys.full,
    });
    expect(body).toMatchObject({
      object: "analytics",
      from: "2026-11-16T00:00:00.000Z",
      interval: "day",
      group_by: "provider",
      totals: { received: 1, accepted: 1, delivered: 1, delivery_rate: 100 },
      data: [{ period: "2026-11-16", group: "google", received: 1, accepted: 1, delivered: 1 }],
    });
  });
});
