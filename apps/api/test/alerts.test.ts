import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { ALERT_KINDS } from "@sendex/core/alerts/kinds";
import { THRESHOLDS } from "@sendex/core/alerts/rule";
import { newId } from "@sendex/crypto/token";
import { plain } from "@sendex/data/database/pools";
import { HOUR_MS } from "@sendex/kit/day";
import { evaluateAlerts } from "@sendex/pipeline/alerts/evaluate";
import { seedAccount } from "@sendex/testing/accounts";
import { seedPerson } from "@sendex/testing/people";
import { until } from "@sendex/testing/until";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => void (api = await openTestApi({ settings: { trustProxy: "loopback" } })));
afterAll(() => api.close());
beforeEach(() => plain(api.context.data).query("TRUNCATE alerts, alert_rules, key_networks"));

const PATH = "/api/v1/alerts";
const get = async (path = "") => (await api.send("get", `${PATH}${path}`)).body;

/** An alert as the scheduler would have left it. */
async function alert(
  kind: "volume" | "deferrals",
  times: { acknowledged?: boolean; closed?: boolean } = {},
): Promise<string> {
  const now = api.clock.now();
  const id = newId("alr", now);
  const numbers =
    kind === "volume"
      ? { accepted: 3_412, usual: 310, limit: 930, factor: 3, young: false }
      : { hours: 1, sent: 100, affected: 70, percent: 70, usual_percent: null, limit_percent: 20 };
  await plain(api.context.data).query(
    `INSERT INTO alerts (account_id, id, kind, dimension, value, numbers, opened_at, last_seen_at, acknowledged_at, closed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    [
      ...[
        api.tenant.accountId,
        id,
        kind,
        kind === "volume" ? "account" : "provider",
        kind === "volume" ? "" : "yahoo",
      ],
      ...[numbers, now, times.acknowledged ? now : null, times.closed ? now : null],
    ],
  );
  return id;
}

describe("alerts", () => {
  test("are listed newest first, by status and by kind", async () => {
    const closed = await alert("volume", { closed: true });
    const open = await alert("volume");
    const acknowledged = await alert("deferrals", { acknowledged: true });
    const ids = async (query = "") => (await get(query)).data.map(({ id }: { id: string }) => id);
    expect(await ids()).toEqual([acknowledged, open, closed]);
    expect(await ids("?status=open")).toEqual([open]);
    expect(await ids("?status=acknowledged")).toEqual([acknowledged]);
    expect(await ids("?status=closed")).toEqual([closed]);
    expect(await ids("?kind=volume")).toEqual([open, closed]);
    expect(await ids(`?limit=1&after=${acknowledged}`)).toEqual([open]);
    expect((await api.send("get", `${PATH}?status=none&kind=x`)).body.errors).toMatchObject([
      { field: "status" },
      { field: "kind" },
    ]);
  });

  test("say their reason in a sentence with the numbers", async () => {
    expect(await get(`/${await alert("volume")}`)).toMatchObject({
      ...{ object: "alert", mode: "live", kind: "volume", status: "open", dimension: "account", value: "" },
      reason: "3,412 mails within an hour; this hour of the week usually has at most 310.",
      numbers: { accepted: 3_412, usual: 310, limit: 930 },
      ...{ closed_at: null, reopened: 0, acknowledged_at: null, acknowledged_by: null },
    });
  });

  test("are acknowledged once, by a key or a person, and a closed one stays as it is", async () => {
    const { accountId, keys } = api.tenant;
    const developer = await seedPerson(api.context, { accountId, role: "developer" });
    const id = await alert("volume");
    const { body } = await api.send("post", `${PATH}/${id}/acknowledge`, { as: developer });
    expect(body).toMatchObject({ id, status: "acknowledged", acknowledged_by: `user:${developer.email}` });
    const again = await api.send("post", `${PATH}/${id}/acknowledge`, { key: keys.full });
    expect(again.body).toEqual(body);
    const closed = await alert("deferrals", { closed: true });
    expect((await api.send("post", `${PATH}/${closed}/acknowledge`)).body).toMatchObject({
      ...{ status: "closed", acknowledged_by: null },
    });
  });

  test("are another account's business, and no test key's", async () => {
    const id = await alert("volume");
    const stranger = await seedAccount(api.context);
    expect((await api.send("get", `${PATH}/${id}`, { key: stranger.keys.full })).status).toBe(404);
    expect((await api.send("get", PATH, { key: api.tenant.keys.test })).status).toBe(403);
  });

  test("stand in the overview while nobody looks after them", async () => {
    const overview = async () =>
      (await api.send("get", "/api/v1/overview")).body.attention.filter(
        ({ kind }: { kind: string }) => kind === "alert",
      );
    const id = await alert("deferrals");
    expect(await overview()).toMatchObject([{ kind: "alert", id, alert: "deferrals", name: "yahoo" }]);
    await api.send("post", `${PATH}/${id}/acknowledge`);
    expect(await overview()).toEqual([]);
  });
});

describe("the rules", () => {
  test("are on by their usual numbers, with their bounds", async () => {
    const { data } = await get("/rules");
    expect(data).toEqual(
      ALERT_KINDS.map((kind) => ({
        ...{ object: "alert_rule", kind, enabled: true },
        threshold: THRESHOLDS[kind]?.usual ?? null,
        unit: THRESHOLDS[kind]?.unit ?? null,
        default_threshold: THRESHOLDS[kind]?.usual ?? null,
        minimum: THRESHOLDS[kind]?.min ?? null,
        maximum: THRESHOLDS[kind]?.max ?? null,
      })),
    );
  });

  test("change one by one, within their bounds, by admins", async () => {
    const { accountId } = api.tenant;
    const patch = (body: object, role: "admin" | "developer" = "admin") =>
      seedPerson(api.context, { accountId, role }).then((as) =>
        api.send("patch", `${PATH}/rules`, { as, body }),
      );
    const ofKind = ({ body }: Awaited<ReturnType<typeof patch>>, kind: string) =>
      body.data.find((rule: { kind: string }) => rule.kind === kind);
    expect(ofKind(await patch({ bounce_rate: { threshold: 2.5 } }), "bounce_rate")).toMatchObject({
      threshold: 2.5,
      enabled: true,
    });
    const off = await patch({ bounce_rate: { enabled: false }, key_network: { enabled: false } });
    expect(ofKind(off, "bounce_rate")).toMatchObject({ threshold: 2.5, enabled: false });
    expect(ofKind(off, "key_network")).toMatchObject({ threshold: null, enabled: false });
    const refused = await patch({ volume: { threshold: 1 }, key_network: { threshold: 3 }, other: {} });
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      ...["key_network.threshold", "other", "volume.threshold"],
    ]);
    expect((await patch({ volume: { enabled: false } }, "developer")).status).toBe(403);
  });
});

test("each member chooses whether to be mailed; the role decides until then", async () => {
  const { accountId } = api.tenant;
  const viewer = await seedPerson(api.context, { accountId, role: "viewer" });
  const owner = await seedPerson(api.context, { accountId, role: "owner" });
  const read = async (as: typeof viewer) => (await api.send("get", `${PATH}/mail`, { as })).body;
  expect(await read(owner)).toEqual({ object: "alert_mail", wanted: true, chosen: false });
  expect(await read(viewer)).toEqual({ object: "alert_mail", wanted: false, chosen: false });
  const { body } = await api.send("patch", `${PATH}/mail`, { as: viewer, body: { wanted: true } });
  expect(body).toEqual({ object: "alert_mail", wanted: true, chosen: true });
  expect(await read(owner)).toMatchObject({ chosen: false });
});

test("a live key that comes from a new network opens an alert, a test key none", async () => {
  // Uses are noted up to a second later: those of the tests before must not count here.
  const { accountId, keys } = await seedAccount(api.context);
  const networks = async () =>
    (
      await plain(api.context.data).query<{ network: string }>(
        "SELECT network FROM key_networks WHERE account_id = $1 ORDER BY first_seen_at, network",
        [accountId],
      )
    ).rows.map(({ network }) => network);
  const use = (address: string, key = keys.full) =>
    api.send("get", "/api/v1/domains", { key, headers: { "X-Forwarded-For": address } });
  await use("203.0.113.7");
  await use("203.0.113.99");
  await use("198.51.100.4", keys.test);
  await until(async () => (await networks()).join() === "203.0.113.0/24");
  api.clock.advance(2 * HOUR_MS);
  await use("2001:db8:7:1::1");
  await until(async () => (await networks()).length === 2);
  await evaluateAlerts(api.context, [accountId]);
  const { body } = await api.send("get", `${PATH}?kind=key_network`, { key: keys.full });
  expect(body.data).toMatchObject([
    { status: "open", dimension: "key", numbers: { networks: ["2001:db8:7::/48"] } },
  ]);
});
