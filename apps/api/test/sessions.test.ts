import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { isAtLeast, type Role, ROLES } from "@sendex/core/people/roles";
import { listAudit } from "@sendex/data/access/audit";
import { prisma } from "@sendex/data/database/pools";
import { removeMember } from "@sendex/data/people/members";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { pageHeaders, type SeededPerson, seedPerson } from "@sendex/testing/people";
import type { Response } from "supertest";
import { emailOf, openTestApi, type TestApi } from "./api";
import {
  bodyOf,
  OPERATOR_ROUTES,
  pathsOf,
  REFUSES,
  REFUSES_ACTIVE,
  ROUTES,
  type TestedRoute,
} from "./route-cases";

const named = ROUTES.map((route) => [route.name, route] as const);
const isWrite = ({ method }: Pick<TestedRoute, "method">): boolean => method !== "get";

let api: TestApi;
let rival: SeededAccount;
let people: Record<Role, SeededPerson>;
let operator: SeededPerson;
let stranger: SeededPerson;
let removed: SeededPerson;

beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
  const { context, tenant } = api;
  const { accountId } = tenant;
  rival = await seedAccount(context);
  const of = (role: Role) => seedPerson(context, { accountId, role });
  people = {
    owner: await of("owner"),
    admin: await of("admin"),
    developer: await of("developer"),
    viewer: await of("viewer"),
  };
  operator = { ...(await seedPerson(context, { operator: true })), accountId };
  stranger = { ...(await seedPerson(context, { accountId: rival.accountId })), accountId };
  removed = await of("owner");
  await removeMember(context.data, accountId, removed.userId);
});
afterAll(() => api.close());

/** Asks a route for something that is there, with a body that would be accepted. */
async function ask(route: TestedRoute, as: SeededPerson, headers = {}): Promise<Response> {
  const { theirs } = await pathsOf(route, api, api.tenant);
  return api.send(route.method, theirs, { as, body: bodyOf(route, api, api.tenant), headers });
}

/** Without making anything: for those that are turned away at the door. */
const knock = ({ method, path }: TestedRoute, headers: Record<string, string>) =>
  api.send(method, path, { key: null, headers });

/** Outcomes of routes that refuse an account as it is. */
const fine = ({ name }: TestedRoute): number => REFUSES.get(name) ?? REFUSES_ACTIVE.get(name) ?? 200;

describe.each(named)("%s", (_, route) => {
  beforeAll(() => api.clock.advance(60_000));

  test.each(ROLES)(`with the session of a member who is %s: ${route.leastRole} or more`, async (role) => {
    const answer = await ask(route, people[role]);
    if (!isAtLeast(role, route.leastRole))
      expect([answer.status, answer.body.error]).toEqual([403, "forbidden"]);
    else if (fine(route) !== 200) expect(answer.status).toBe(fine(route));
    else expect([answer.status < 300, answer.text]).toEqual([true, answer.text]);
    expect(answer.headers).toHaveProperty("x-ratelimit-remaining");
  });

  test("refuses who is no member in the same words, whether or not there is such an account", async () => {
    const { owner } = people;
    const answers: string[] = [];
    for (const person of [
      stranger,
      removed,
      operator,
      { ...owner, accountId: rival.accountId },
      { ...owner, accountId: "acc_x" },
    ]) {
      const answer = await knock(route, pageHeaders(api.context, person));
      expect(answer.status).toBe(403);
      answers.push(answer.text);
    }
    expect(new Set(answers).size).toBe(1);
  });

  test("is 401 for a session that has ended, or that nobody signed", async () => {
    const { owner } = people;
    const ended = await seedPerson(api.context, { accountId: api.tenant.accountId });
    await prisma(api.context.data).session.delete({ where: { id: ended.sessionId } });
    const over = await seedPerson(api.context, { accountId: api.tenant.accountId });
    const now = api.clock.now();
    await prisma(api.context.data).session.update({
      where: { id: over.sessionId },
      data: { expiresAt: now },
    });
    const forged = { ...owner, cookie: `${owner.cookie.slice(0, -6)}AAA%3D` };
    const bare = { ...owner, cookie: "sendex-session=x" };
    for (const person of [ended, over, forged, bare]) {
      const answer = await knock(route, pageHeaders(api.context, person));
      expect([answer.status, answer.body.name]).toEqual([401, "invalid_session"]);
    }
  });

  test("asks for an account, and a world that there is", async () => {
    const { owner } = people;
    const none = await knock(route, pageHeaders(api.context, { ...owner, accountId: undefined }));
    expect([none.status, none.body.error]).toEqual([400, "bad_request"]);
    const headers = { ...pageHeaders(api.context, owner), "X-Sendex-Mode": "both" };
    expect((await knock(route, headers)).status).toBe(400);
  });

  test("does not look at a cookie beside a key", async () => {
    const headers = { ...pageHeaders(api.context, people.owner), Authorization: "Bearer rubbish" };
    const answer = await knock(route, headers);
    expect([answer.status, answer.body.name]).toEqual([401, "invalid_api_key"]);
  });

  if (isWrite(route)) {
    test.each([
      ["from another origin", { Origin: "https://evil.example" }, "invalid_origin"],
      ["from no origin", { Origin: "" }, "invalid_origin"],
      ["from a look-alike", { Origin: "http://dashboard.test.evil.example" }, "invalid_origin"],
      ["without a token", { "X-Sendex-CSRF": "" }, "invalid_csrf_token"],
      ["with a wrong token", { "X-Sendex-CSRF": "x".repeat(43) }, "invalid_csrf_token"],
    ])("is 403 %s", async (_how, headers, name) => {
      const answer = await knock(route, { ...pageHeaders(api.context, people.owner), ...headers });
      expect([answer.status, answer.body.name]).toEqual([403, name]);
    });

    test("takes the token of its own session alone", async () => {
      const headers = { ...pageHeaders(api.context, people.owner), "X-Sendex-CSRF": people.admin.csrf };
      expect((await knock(route, headers)).status).toBe(403);
    });

    test("stands in the account's audit log once it is done", async () => {
      const before = await audit();
      const answer = await ask(route, people.owner);
      const entries = (await audit()).filter(({ id }) => !before.some((old) => old.id === id));
      // What a viewer may do changes nothing.
      if (answer.status >= 300 || route.leastRole === "viewer") return expect(entries).toEqual([]);
      expect(entries).toMatchObject([{ actor: `user:${people.owner.email}`, detail: { mode: "live" } }]);
    });
  }
});

async function audit() {
  const { accountId } = api.tenant;
  const { data } = await listAudit(api.context.data, { accountId, limit: 1000 });
  return data.filter(({ actor }) => actor.startsWith("user:"));
}

describe.each([
  ["live", "test"],
  ["test", "live"],
] as const)("a session in the %s world", (own, other) => {
  const as = (mode: "live" | "test", method: "get" | "post", path: string, body?: unknown) =>
    api.send(method, path, {
      as: people.developer,
      headers: { "X-Sendex-Mode": mode },
      ...(body !== undefined && { body }),
    });

  test("writes and sees its own world alone", async () => {
    const sent = await as(own, "post", "/api/v1/emails", emailOf(api.tenant));
    expect(sent.status).toBe(202);
    const path = `/api/v1/emails/${sent.body.id}`;
    expect((await as(own, "get", path)).body).toMatchObject({ id: sent.body.id, mode: own });
    expect((await as(other, "get", path)).status).toBe(404);
    const key = own === "live" ? api.tenant.keys.full : api.tenant.keys.test;
    expect((await api.send("get", path, { key })).status).toBe(200);
  });

  test("manages what both worlds share", async () => {
    const domain = await as(own, "post", "/api/v1/domains", { name: `${own}-${process.pid}.shared.example` });
    expect(domain.status).toBe(201);
    const made = await as(own, "post", "/api/v1/api-keys", { name: "a key", mode: "live" });
    expect([made.status, made.body.mode]).toEqual([201, "live"]);
  });
});

describe("a member", () => {
  test("whose role falls may less from the next request on", async () => {
    const person = await seedPerson(api.context, { accountId: api.tenant.accountId, role: "admin" });
    const invitations = () => api.send("get", "/api/v1/invitations", { as: person });
    expect((await invitations()).status).toBe(200);
    const path = `/api/v1/members/${person.userId}`;
    await api.send("patch", path, { as: people.owner, body: { role: "viewer" } });
    expect((await invitations()).status).toBe(403);
    await api.send("delete", path, { as: people.owner });
    expect((await api.send("get", "/api/v1/emails", { as: person })).status).toBe(403);
  });

  test("cannot climb: neither alone nor by another's hand", async () => {
    const { admin, developer, owner } = people;
    const patch = (as: SeededPerson, { userId }: SeededPerson, role: Role) =>
      api.send("patch", `/api/v1/members/${userId}`, { as, body: { role } });
    expect((await patch(admin, admin, "owner")).status).toBe(403);
    expect((await patch(admin, owner, "viewer")).status).toBe(403);
    expect((await patch(developer, developer, "admin")).status).toBe(403);
    const invited = { email: "friend@example.test", role: "owner" };
    expect((await api.send("post", "/api/v1/invitations", { as: admin, body: invited })).status).toBe(403);
  });

  test("who is the last owner stays one", async () => {
    const account = await seedAccount(api.context);
    const last = await seedPerson(api.context, { accountId: account.accountId });
    const path = `/api/v1/members/${last.userId}`;
    for (const answer of [
      await api.send("delete", path, { as: last }),
      await api.send("patch", path, { as: last, body: { role: "admin" } }),
    ])
      expect([answer.status, answer.body.error]).toEqual([422, "unprocessable_entity"]);
  });

  test("of whom two remove each other at once, leaves one", async () => {
    const { accountId } = await seedAccount(api.context);
    const [one, two] = [
      await seedPerson(api.context, { accountId }),
      await seedPerson(api.context, { accountId }),
    ];
    const remove = (as: SeededPerson, { userId }: SeededPerson) =>
      api.send("delete", `/api/v1/members/${userId}`, { as });
    const answers = await Promise.all([remove(one, two), remove(two, one)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("sends in her own name, which the message keeps, and no more once she is removed", async () => {
    const { context, tenant } = api;
    const person = await seedPerson(context, { accountId: tenant.accountId, role: "developer" });
    const send = () => api.send("post", "/api/v1/emails", { as: person, body: emailOf(tenant) });
    const { body } = await send();
    const row = await prisma(context.data).message.findFirst({ where: { id: body.id } });
    expect(row?.keyId).toBe(person.userId);
    await removeMember(context.data, tenant.accountId, person.userId);
    expect((await send()).status).toBe(403);
  });

  test("of a suspended account reads and appeals, and sends nothing", async () => {
    const account = await seedAccount(api.context);
    const as = await seedPerson(api.context, { accountId: account.accountId });
    const grounds = { cause: "operator", reason: "A test.", evidence: {} } as const;
    await suspend(api.context, account.accountId, grounds, "a test");
    const sent = await api.send("post", "/api/v1/emails", { as, body: emailOf(account) });
    expect([sent.status, sent.body.error]).toEqual([403, "account_suspended"]);
    const appealed = await api.send("post", "/api/v1/account/appeals", {
      as,
      body: { message: "Invoices." },
    });
    expect(appealed.status).toBe(201);
  });
});

describe.each(OPERATOR_ROUTES.map((route) => [route.name, route] as const))("%s", (_, route) => {
  beforeAll(() => api.clock.advance(60_000));

  test("takes the session of an operator and of nobody else", async () => {
    const { theirs } = await pathsOf(route, api, api.tenant);
    for (const as of [...Object.values(people), stranger])
      expect((await api.send(route.method, theirs, { as })).status).toBe(403);
    const body = bodyOf(route, api, api.tenant);
    expect((await api.send(route.method, theirs, { as: operator, body })).status).toBeLessThan(300);
    const headers = { "X-Sendex-CSRF": "" };
    if (isWrite(route))
      expect((await api.send(route.method, theirs, { as: operator, body, headers })).status).toBe(403);
  });
});

test("what an operator does by her session, the account's owners see with her name", async () => {
  const { accountId } = await seedAccount(api.context);
  const as = await seedPerson(api.context, { accountId });
  const body = { reason: "Bought lists." };
  await api.send("post", `/admin/accounts/${accountId}/suspend`, { as: operator, body });
  const log = await api.send("get", "/api/v1/audit-log", { as });
  expect(log.body.data).toMatchObject([
    { act: "account.suspend", actor: `operator:Ada <${operator.email}>` },
  ]);
});
