import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { checkDueDomains } from "@sendex/pipeline/domains/check";
import { createKey } from "@sendex/pipeline/accounts/create";
import type { ShownDomain, ShownRecord } from "@sendex/wire/domains";
import { seedAccount } from "@sendex/testing/accounts";
import { deliverDue } from "@sendex/testing/due";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.world.identitiesDown = false;
  api.world.identityCalls.length = 0;
});

const PATH = "/api/v1/domains";
type Shown = ShownDomain & { records: ShownRecord[] };
let made = 0;

async function add(body: Record<string, unknown> = {}): Promise<Shown> {
  const answer = await api.send("post", PATH, { body: { name: `d${(made += 1)}.example`, ...body } });
  expect(answer.status).toBe(201);
  return answer.body;
}

/** Its owner does as told, and SES finds it. */
function publish({ name, records }: Shown, which = (_: ShownRecord) => true): void {
  for (const { type, name: at, value } of records.filter(which)) api.world.dns.set(`${type} ${at}`, [value]);
  const identity = api.world.identities.get(name);
  if (identity)
    api.world.identities.set(name, {
      ...identity,
      state: "success",
      dkim: { ...identity.dkim, state: "success" },
    });
}

const verify = (id: string) => api.send("post", `${PATH}/${id}/verify`);
const sendFrom = (domain: string) =>
  api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, { from: `me@${domain}` }) });

describe("a domain", () => {
  test("is added with the records to publish, read, listed and deleted", async () => {
    const domain = await add({ name: "Mail.Bücher.example", region: "us-east-1", open_tracking: true });
    const name = "mail.xn--bcher-kva.example";
    expect(domain).toEqual({
      object: "domain",
      id: expect.stringMatching(/^dom_/),
      name,
      status: "pending",
      created_at: api.clock.now().toISOString(),
      verified_at: null,
      checked_at: null,
      region: "us-east-1",
      records: expect.any(Array),
      zone_file: expect.stringMatching(/^; mail\.xn--bcher-kva\.example\n/),
    });
    expect(domain.records.map(({ record, type }) => `${record} ${type}`)).toEqual([
      "Ownership TXT",
      "Verification TXT",
      ...["DKIM CNAME", "DKIM CNAME", "DKIM CNAME"],
      ...["SPF MX", "SPF TXT", "DMARC TXT"],
    ]);
    expect(domain.records.find(({ type }) => type === "MX")).toEqual({
      record: "SPF",
      name: `send.${name}`,
      type: "MX",
      value: "feedback-smtp.us-east-1.amazonses.com",
      priority: 10,
      ttl: "Auto",
      status: "not_started",
    });
    expect((await api.send("get", `${PATH}/${domain.id}`)).body).toEqual(domain);
    const { records: _, ...shown } = domain;
    const { zone_file: _zone, ...listed } = { zone_file: "", ...shown };
    expect((await api.send("get", `${PATH}?limit=1`)).body.data).toEqual([listed]);
    const updated = await api.send("patch", `${PATH}/${domain.id}`, { body: { click_tracking: true } });
    expect([updated.status, updated.body]).toEqual([200, { object: "domain", id: domain.id }]);
    const deleted = await api.send("delete", `${PATH}/${domain.id}`);
    expect(deleted.body).toEqual({ object: "domain", id: domain.id, deleted: true });
    expect(api.world.identities.has(name)).toBe(false);
    expect((await api.send("get", `${PATH}/${domain.id}`)).status).toBe(404);
  });

  test("sends once its records are found, and its owner is told by a webhook", async () => {
    const hook = await api.send("post", "/api/v1/webhooks", {
      body: { endpoint: "https://hooks.example/d", events: ["domain.verified"] },
    });
    const domain = await add();
    expect((await verify(domain.id)).body).toMatchObject({ status: "pending" });
    const refused = await sendFrom(domain.name);
    expect([refused.status, refused.body.error]).toEqual([422, "unprocessable_entity"]);
    publish(domain);
    expect((await verify(domain.id)).body).toMatchObject({ status: "pending" });
    api.clock.advance(2_000);
    const { body } = await verify(domain.id);
    expect(body).toMatchObject({ status: "verified", verified_at: api.clock.now().toISOString() });
    expect(new Set(body.records.map(({ status }: ShownRecord) => status))).toEqual(new Set(["verified"]));
    expect((await sendFrom(domain.name)).status).toBe(202);
    api.world.posted.length = 0;
    await deliverDue({ test: api });
    const told = api.world.posted.map((request): unknown => JSON.parse(request.body));
    expect(told).toEqual([
      {
        event: "domain.verified",
        type: "domain.verified",
        mode: "live",
        created_at: body.verified_at,
        data: body,
      },
    ]);
    const events = `/api/v1/webhooks/${hook.body.id}/events`;
    const listed = (await api.send("get", events)).body.data;
    expect(listed).toMatchObject([{ type: "domain.verified", status: "success" }]);
    expect((await api.send("get", `${events}/${listed[0].id}`)).body.payload).toEqual(told[0]);
    await verify(domain.id);
    expect(await deliverDue({ test: api })).toBe(0);
  });

  test("is looked at in the background, more and more seldom, and fails after 72 hours", async () => {
    const [proven, forgotten] = [await add(), await add()];
    publish(proven);
    api.clock.advance(6_000);
    await checkDueDomains(api.context);
    const status = async ({ id }: Shown) => (await api.send("get", `${PATH}/${id}`)).body.status;
    expect([await status(proven), await status(forgotten)]).toEqual(["verified", "pending"]);
    expect(await checkDueDomains(api.context)).toBe(0);
    api.clock.advance(72 * 3_600_000);
    await checkDueDomains(api.context);
    expect([await status(proven), await status(forgotten)]).toEqual(["verified", "failed"]);
    api.clock.advance(48 * 3_600_000);
    api.world.identityCalls.length = 0;
    await checkDueDomains(api.context);
    expect(api.world.identityCalls.join()).not.toContain(forgotten.name);
    publish(forgotten);
    expect((await verify(forgotten.id)).body).toMatchObject({ status: "verified" });
  });

  test("is not verified by SES alone: its account must have been told to publish a name of its own", async () => {
    const { name } = await add();
    const gone = await add();
    publish(gone);
    await api.send("delete", `${PATH}/${gone.id}`);
    api.world.identities.set(gone.name, {
      state: "success",
      token: "t",
      dkim: { state: "success", tokens: ["k1"] },
      mailFrom: null,
    });
    const rival = await seedAccount(api.context);
    const key = rival.keys.full;
    const again = await api.send("post", PATH, { key, body: { name: gone.name } });
    expect(again.status).toBe(201);
    const checked = await api.send("post", `${PATH}/${again.body.id}/verify`, { key });
    expect(checked.body).toMatchObject({ status: "pending", records: [{ status: "pending" }, {}, {}, {}] });
    // What was at SES before is not theirs to take away.
    api.world.identityCalls.length = 0;
    await api.send("delete", `${PATH}/${again.body.id}`, { key });
    expect(api.world.identityCalls).toEqual([]);
    expect(name).toBeTruthy();
  });

  test("belongs to one account, and nobody is told to whom", async () => {
    const domain = await add();
    const rival = await seedAccount(api.context);
    api.world.identityCalls.length = 0;
    const theirs = await api.send("post", PATH, { key: rival.keys.full, body: { name: domain.name } });
    expect([theirs.status, theirs.body.errors]).toEqual([
      400,
      [{ field: "name", code: "taken", message: `${domain.name} cannot be added: it is in use.` }],
    ]);
    expect(api.world.identityCalls).toEqual([]);
    const own = await api.send("post", PATH, { body: { name: domain.name.toUpperCase() } });
    expect([own.status, own.body.errors[0].code]).toEqual([400, "taken"]);
  });

  test("goes to another account where it was not proven in 72 hours", async () => {
    const domain = await add();
    api.clock.advance(72 * 3_600_000);
    await verify(domain.id);
    const rival = await seedAccount(api.context);
    const theirs = await api.send("post", PATH, { key: rival.keys.full, body: { name: domain.name } });
    expect(theirs.status).toBe(201);
    expect((await api.send("get", `${PATH}/${domain.id}`)).status).toBe(404);
  });

  test("that two accounts want at once goes to one of them", async () => {
    const rival = await seedAccount(api.context);
    const body = { name: "wanted.example" };
    const answers = await Promise.all(
      [api.tenant, rival].map(({ keys }) => api.send("post", PATH, { key: keys.full, body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });

  test.each([
    [{}, "name"],
    [{ name: "localhost" }, "name"],
    [{ name: "a b.example" }, "name"],
    [{ name: "a\u0000.example" }, "name"],
    [{ name: "x.example", custom_return_path: "a.b" }, "custom_return_path"],
    [{ name: "x.example", colour: "red" }, "colour"],
  ])("is refused as %j, naming %s", async (body, field) => {
    const answer = await api.send("post", PATH, { body });
    expect([answer.status, answer.body.errors.map((error: { field: string }) => error.field)]).toEqual([
      400,
      [field],
    ]);
  });

  test("cannot be added or verified while SES fails: 502, and nothing is changed; it can be deleted", async () => {
    const domain = await add();
    api.world.identitiesDown = true;
    const answers = [
      await api.send("post", PATH, { body: { name: "down.example" } }),
      await verify(domain.id),
    ];
    for (const { status, body } of answers) expect([status, body.error]).toEqual([502, "bad_gateway"]);
    expect((await api.send("get", `${PATH}/${domain.id}`)).body).toEqual(domain);
    expect((await api.send("delete", `${PATH}/${domain.id}`)).status).toBe(200);
    api.world.identitiesDown = false;
    expect((await api.send("post", PATH, { body: { name: "down.example" } })).status).toBe(201);
  });

  test("is added without SES's records where SES fails after the commit, and shows them later", async () => {
    api.world.identitiesDown = "begin";
    const { id, status, records } = await add();
    expect([status, records.map(({ record }) => record)]).toEqual([
      "pending",
      ["Ownership", "SPF", "SPF", "DMARC"],
    ]);
    api.world.identitiesDown = false;
    api.clock.advance(6_000);
    await checkDueDomains(api.context);
    expect((await api.send("get", `${PATH}/${id}`)).body.records).toHaveLength(8);
  });

  test("is out of bounds for a test key, and for a key with another scope", async () => {
    const domain = await add();
    const key = api.tenant.keys.test;
    const changes = [
      api.send("post", PATH, { key, body: { name: "t.example" } }),
      api.send("post", `${PATH}/${domain.id}/verify`, { key }),
      api.send("delete", `${PATH}/${domain.id}`, { key }),
    ];
    for (const { status } of await Promise.all(changes)) expect(status).toBe(403);
    expect((await api.send("get", `${PATH}/${domain.id}`, { key })).status).toBe(200);
    const { accountId } = api.tenant;
    const input = { accountId, permission: "full", name: "scoped", domains: [api.tenant.domain] } as const;
    const scoped = (await createKey(api.context, { ...input, domains: [...input.domains] })).key;
    expect((await api.send("get", `${PATH}/${domain.id}`, { key: scoped })).status).toBe(403);
    expect((await api.send("post", PATH, { key: scoped, body: { name: "u.example" } })).status).toBe(403);
    const listed = await api.send("get", PATH, { key: scoped });
    expect(listed.body.data.map(({ name }: ShownDomain) => name)).toEqual([api.tenant.domain]);
  });
});
