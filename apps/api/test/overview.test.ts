import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { DAY_MS, HOUR_MS, startOfDay } from "@sendex/kit/day";
import { plain } from "@sendex/data/database/pools";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { seedCounts } from "@sendex/testing/standing-drive";
import { emailOf, openTestApi, type TestApi } from "./api";

const NOON = new Date(startOfDay(new Date()).getTime() + 12 * HOUR_MS);

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ now: NOON });
});
afterAll(() => api.close());

const overview = async (tenant: SeededAccount, query = "", key = tenant.keys.full) =>
  (await api.send("get", `/api/v1/overview${query}`, { key })).body;
const kinds = (body: { attention: { kind: string }[] }) => body.attention.map(({ kind }) => kind);
const send = (tenant: SeededAccount, key: string) =>
  api.send("post", "/api/v1/emails", { key, body: emailOf(tenant) });

describe("the overview", () => {
  test("has an entry for each day of the last week, rolled up or not", async () => {
    const tenant = await seedAccount(api.context);
    await seedCounts({ test: api, account: tenant }, { sent: 60, hurt: 2, accepted: 70 });
    await send(tenant, tenant.keys.full);
    const fresh = await overview(tenant);
    await rollUpStatistics(api.context.data, 1_000);
    expect(await overview(tenant)).toEqual(fresh);
    expect(fresh).toMatchObject({ mode: "live", interval: "day", totals: { accepted: 71, sent: 60 } });
    const today = startOfDay(NOON).getTime();
    expect(fresh.series.map(({ at, accepted }: { at: string; accepted: number }) => [at, accepted])).toEqual(
      [7, 6, 5, 4, 3, 2, 1, 0].map((ago) => [
        new Date(today - ago * DAY_MS).toISOString(),
        ago === 1 ? 70 : ago === 0 ? 1 : 0,
      ]),
    );
    expect(fresh.today).toEqual({ accepted: 1, sent: 0, guideline: 500 });
  });

  test("counts what was not sent because its address is suppressed", async () => {
    const tenant = await seedAccount(api.context);
    await send(tenant, tenant.keys.full);
    const [to] = [emailOf(tenant)["to"]];
    await api.send("post", "/api/v1/suppressions", { key: tenant.keys.full, body: { email: to } });
    await sendDue(await driveOver(api, tenant));
    expect((await overview(tenant)).totals).toMatchObject({ accepted: 1, sent: 0, suppressed: 1 });
  });

  test("shows the rate with its window, and warns at half of the limit", async () => {
    const tenant = await seedAccount(api.context);
    await seedCounts({ test: api, account: tenant }, { sent: 100, hurt: 3 });
    const { bounce_rate: rate, attention } = await overview(tenant);
    const since = new Date(NOON.getTime() - 15 * DAY_MS).toISOString();
    expect(rate).toMatchObject({
      ...{ rate: 3, sent: 100, hurt: 3, since, until: NOON.toISOString() },
      ...{ warn_at: 2, suspend_at: 4, minimum_sent: 50, state: "warning" },
    });
    expect(attention[0]).toMatchObject({ kind: "bounce_rate_warning", rate: 3, suspend_at: 4 });
  });

  test("keeps the modes apart, and judges live mail alone", async () => {
    const tenant = await seedAccount(api.context);
    await seedCounts({ test: api, account: tenant }, { sent: 100, hurt: 3, accepted: 100 });
    await send(tenant, tenant.keys.test);
    const body = await overview(tenant, "", tenant.keys.test);
    expect(body).toMatchObject({
      mode: "test",
      totals: { accepted: 1, sent: 0 },
      bounce_rate: { sent: 0, hurt: 0, rate: 0, state: null },
      today: { accepted: 1, guideline: null },
      attention: [],
    });
    expect((await overview(tenant)).totals).toMatchObject({ accepted: 100, sent: 100 });
    const account = (await api.send("get", "/api/v1/account", { key: tenant.keys.test })).body;
    expect(account).toMatchObject({ mode: "test", accepted_today: 1, bounce_rate: { sent: 0, hurt: 0 } });
    expect(account.missing_for_trusted).toBeNull();
  });

  test("names what needs somebody, with the ids of the things", async () => {
    const tenant = await seedAccount(api.context);
    const { accountId } = tenant;
    expect(kinds(await overview(tenant))).toEqual(["no_message_yet"]);
    await send(tenant, tenant.keys.full);
    expect(kinds(await overview(tenant))).toEqual([]);
    await grantCredits(api.context, { accountId, amount: 5, note: null });
    const domain = await api.send("post", "/api/v1/domains", {
      key: tenant.keys.full,
      body: { name: `new-${tenant.domain}` },
    });
    const hook = (key: string, endpoint: string) =>
      api.send("post", "/api/v1/webhooks", { key, body: { endpoint } });
    const failing = await hook(tenant.keys.full, "https://a.example/");
    const disabled = await hook(tenant.keys.full, "https://b.example/");
    await hook(tenant.keys.test, "https://c.example/");
    await plain(api.context.data).query("UPDATE webhooks SET failing_since = $2 WHERE id = $1", [
      failing.body.id,
      NOON,
    ]);
    await api.send("patch", `/api/v1/webhooks/${disabled.body.id}`, {
      key: tenant.keys.full,
      body: { status: "disabled" },
    });
    const grounds = { cause: "operator", reason: "A test.", evidence: {} } as const;
    await suspend(api.context, accountId, grounds, "a test");
    const body = await overview(tenant);
    expect(kinds(body)).toEqual([
      "suspended",
      "credits_low",
      "domain_unverified",
      "webhook_failing",
      "webhook_disabled",
    ]);
    expect(body.attention).toMatchObject([
      { reason: "A test.", held: 0, appealed: false },
      { credits: 5 },
      { id: domain.body.id, failed: false },
      { id: failing.body.id, since: NOON.toISOString() },
      { id: disabled.body.id, reason: "Disabled through the API." },
    ]);
  });

  test("misses a domain", async () => {
    const tenant = await seedAccount(api.context);
    await plain(api.context.data).query("DELETE FROM domains WHERE account_id = $1", [tenant.accountId]);
    expect(kinds(await overview(tenant))).toContain("no_domain");
  });

  test.each(["?from=2026-01-02&to=2026-01-01", "?interval=hour&from=2020-01-01", "?interval=week", "?x=1"])(
    "refuses %s",
    async (query) => {
      const answer = await api.send("get", `/api/v1/overview${query}`);
      expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
    },
  );

  test("is by the hour where that is asked", async () => {
    const { series, interval, from, to } = await overview(
      api.tenant,
      "?from=2026-03-05T10:20:00Z&to=2026-03-05T13:00:00Z&interval=hour",
    );
    expect([interval, from, to, series.length]).toEqual([
      "hour",
      "2026-03-05T10:00:00.000Z",
      "2026-03-05T13:00:00.000Z",
      3,
    ]);
  });
});
