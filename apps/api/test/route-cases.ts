import type { DescribedRoute } from "@sendex/api/http/endpoint";
import { operatorRoutes } from "@sendex/api/operators/routes";
import { customerRoutes, routes } from "@sendex/api/routes";
import { newId } from "@sendex/crypto/token";
import { putCase } from "@sendex/data/reputation/review-cases";
import { pauseSource } from "@sendex/data/reputation/source-pauses";
import { createKey } from "@sendex/pipeline/accounts/create";
import { appeal } from "@sendex/pipeline/reputation/appeal";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { leastRoleFor, type Role } from "@sendex/core/people/roles";
import { invite } from "@sendex/pipeline/people/invite";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { type SeededPerson, seedPerson } from "@sendex/testing/people";
import { AUDIENCE_BODIES, AUDIENCE_OBJECTS } from "./audience-cases";
import { emailOf, messageOf, type Method, type SendOptions, type TestApi } from "./api";
import { plain } from "@sendex/data/database/pools";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { putDeadLetters } from "@sendex/data/sending/dead-letters";
import { driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { until } from "@sendex/testing/until";

/**
 * What the tests of every route must know of a route, beside what it says of itself. A new route that takes a body or
 * names an object needs a line here; its tests fail with its name until it has one.
 */

/** A body that is accepted, by method and path. */
const BODIES: Record<string, (api: TestApi, tenant: SeededAccount) => unknown> = {
  "POST /api/v1/emails": (_, tenant) => emailOf(tenant),
  "POST /api/v1/emails/batch": (_, tenant) => [emailOf(tenant)],
  "PATCH /api/v1/emails/:id": (api) => ({ scheduled_at: later(api, 60_000) }),
  "POST /api/v1/webhooks": () => ({ endpoint: "https://hooks.example/x" }),
  "PATCH /api/v1/webhooks/:id": () => ({ events: ["email.sent"] }),
  "POST /api/v1/webhooks/:id/signing-secret/rotate": () => ({}),
  "POST /api/v1/webhooks/:id/test": () => ({ event: "email.bounced" }),
  "POST /api/v1/webhooks/:id/replay": () => ({ since: "2026-01-01" }),
  "POST /v1/messages": (_, tenant) => messageOf(tenant),
  "POST /api/v1/templates": () => TEMPLATE,
  "POST /v1/templates": () => TEMPLATE,
  "PATCH /api/v1/templates/:id": () => ({ name: "Renamed" }),
  "PATCH /v1/templates/:id": () => ({ name: "Renamed" }),
  "POST /api/v1/templates/:id/preview": () => ({ variables: { name: "Ada" } }),
  "POST /v1/templates/:id/preview": () => ({ template_data: { name: "Ada" } }),
  "POST /api/v1/templates/preview": () => SKETCH,
  "POST /v1/templates/preview": () => SKETCH,
  "POST /api/v1/templates/:id/test": () => TEST_MAIL,
  "POST /v1/templates/:id/test": () => TEST_MAIL,
  "POST /api/v1/suppressions": () => ({ email: SUPPRESSED }),
  "POST /v1/suppressions": () => ({ recipient: SUPPRESSED }),
  "POST /api/v1/suppressions/batch/add": () => ({ emails: [SUPPRESSED] }),
  "POST /v1/suppressions/batch/add": () => ({ recipients: [SUPPRESSED] }),
  "POST /api/v1/suppressions/batch/remove": () => ({ emails: [SUPPRESSED] }),
  "POST /v1/suppressions/batch/remove": () => ({ recipients: [SUPPRESSED] }),
  "POST /api/v1/suppressions/import": () => ({ csv: SUPPRESSED }),
  "POST /v1/unsubscribes": () => ({ recipient: SUPPRESSED }),
  "POST /api/v1/domains": newDomain,
  "PATCH /api/v1/domains/:id": () => ({ click_tracking: true }),
  "POST /api/v1/api-keys": () => ({ name: "Another" }),
  "PATCH /api/v1/api-keys/:id": () => ({ name: "Renamed" }),
  "PATCH /api/v1/account": () => ({ unknown_policy: "resend" }),
  // Not its owner's: the account is needed by the other tests.
  "POST /api/v1/account/erase": () => ({ confirm: "nobody@inbox.example" }),
  "POST /api/v1/account/appeals": () => ({ message: "Invoices, to our own customers." }),
  "PATCH /api/v1/alerts/rules": () => ({ bounce_rate: { threshold: 3 }, volume: { enabled: false } }),
  "PATCH /api/v1/alerts/mail": () => ({ wanted: true }),
  "PATCH /api/v1/members/:id": () => ({ role: "developer" }),
  "POST /api/v1/invitations": () => newInvited(),
  "POST /api/v1/emails/:id/resend": () => ({}),
  "POST /admin/dead-letters/:id": () => ({ remedy: "release" }),
  "PATCH /admin/accounts/:id": () => ({ tier: "trusted" }),
  "POST /admin/accounts/:id/suspend": () => ({ reason: "Bought lists." }),
  "POST /admin/accounts/:id/reinstate": () => ({}),
  "POST /admin/accounts/:id/credits": () => ({ amount: 5 }),
  "POST /admin/appeals/:id": () => ({ decision: "grant" }),
  "POST /admin/cases/:id": () => ({ decision: "legitimate" }),
  ...AUDIENCE_BODIES,
};

/** Routes that refuse an account in good standing, and with what. */
export const REFUSES_ACTIVE = new Map([["POST /api/v1/account/appeals", 422]]);

/** Routes that refuse the body of these tests, whatever the account's standing, and with what. */
export const REFUSES = new Map([["POST /api/v1/account/erase", 400]]);

/** Routes that send although a send_only key may not ask for them: a suspended account gets 403. */
export const SENDS_TOO = new Set([
  "POST /api/v1/templates/:id/test",
  "POST /v1/templates/:id/test",
  "POST /api/v1/emails/:id/resend",
  ...["test", "send", "resume"].map((act) => `POST /api/v1/broadcasts/:id/${act}`),
]);

const SKETCH = { subject: "Hello {{ name }}", values: { name: "Ada" } };
/** From the account's own sender. */
const TEST_MAIL = { to: "you@inbox.example", values: { name: "Ada" } };

const TEMPLATE = {
  name: "Welcome",
  subject: "Hello {{ name }}",
  text: "Hello",
  variables: [{ key: "name" }],
};
const SUPPRESSED = "gone@inbox.example";
/** A file of five bytes. */
const FILE = { filename: "a.txt", content: "SGVsbG8=" };

/** What a key of one domain may not touch: other domains, and keys that may do more than itself. */
export const OUT_OF_SCOPE = new Set([
  "POST /api/v1/domains",
  "GET /api/v1/domains/:id",
  "PATCH /api/v1/domains/:id",
  "DELETE /api/v1/domains/:id",
  "POST /api/v1/domains/:id/verify",
  "PATCH /api/v1/api-keys/:id",
  "DELETE /api/v1/api-keys/:id",
  "PATCH /api/v1/account",
  "POST /api/v1/account/appeals",
  "POST /api/v1/account/export",
  "POST /api/v1/account/erase",
  "POST /api/v1/account/pauses/:id/resume",
  "GET /api/v1/alerts",
  "GET /api/v1/alerts/:id",
  "POST /api/v1/alerts/:id/acknowledge",
  "GET /api/v1/alerts/rules",
  "PATCH /api/v1/alerts/rules",
  "GET /api/v1/members",
  "GET /api/v1/audit-log",
  "POST /api/v1/templates/:id/test",
  "POST /v1/templates/:id/test",
  "POST /api/v1/emails/:id/resend",
  "PATCH /api/v1/broadcasts/:id",
  "DELETE /api/v1/broadcasts/:id",
  ...["test", "send", "pause", "resume", "cancel", "decide", "duplicate"].map(
    (act) => `POST /api/v1/broadcasts/:id/${act}`,
  ),
]);

/** Makes what a path names, for a tenant. → its parameters, and those of the same form that name nothing. */
const OBJECTS: Record<string, (api: TestApi, tenant: SeededAccount) => Promise<Named>> = {
  "/api/v1/emails/:id": scheduledMail,
  "/api/v1/emails/:id/attachments": mailWithFile,
  "/api/v1/webhooks/:id": webhook,
  "/api/v1/webhooks/:id/events": toldWebhook,
  "/api/v1/templates/:id": made("tpl", "/api/v1/templates", () => TEMPLATE),
  "/api/v1/templates/:id/versions/:part": templateVersion,
  "/v1/templates/:id/versions/:part": templateVersion,
  "/api/v1/suppressions/:id": made("sup", "/api/v1/suppressions", newSuppressed),
  "/api/v1/domains/:id": made("dom", "/api/v1/domains", newDomain),
  "/api/v1/api-keys/:id": made("key", "/api/v1/api-keys", () => ({ name: "Another" })),
  "/api/v1/account/pauses/:id": pausedKey,
  "/api/v1/alerts/:id": alert,
  "/api/v1/members/:id": member,
  "/api/v1/invitations/:id": invitation,
  "/v1/messages/:id": scheduledMail,
  "/v1/messages/:id/attachments": mailWithFile,
  "/v1/templates/:id": made("tpl", "/v1/templates", () => TEMPLATE),
  "/v1/suppressions/:id": made("sup", "/api/v1/suppressions", newSuppressed),
  "/v1/unsubscribes/:id": made("sup", "/v1/unsubscribes", newUnsubscribed),
  "/admin/accounts/:id": account,
  "/admin/accounts/:id/reinstate": suspendedAccount,
  "/admin/accounts/:id/pauses/:part": pausedKeyOf,
  "/admin/appeals/:id": openAppeal,
  "/admin/cases/:id": openCase,
  "/admin/cases/:id/mail": caseOfMail,
  "/admin/dead-letters/:id": deadLetter,
  "/api/v1/sandbox/emails/:id": sentMail,
  "/api/v1/logs/:id": loggedCall,
  ...AUDIENCE_OBJECTS,
};

/** Paths that are served without a key. */
export const PUBLIC_PATHS = routes
  .filter(({ surface }) => surface === "public")
  .map(({ path, endpoints }) => ({ path, methods: Object.keys(endpoints) }));

interface Named {
  theirs: Record<string, string>;
  nobodys: Record<string, string>;
}

/** Every route of accounts, those for their people alone among them, and every one of operators. */
export const ROUTES = customerRoutes.flatMap(tested);
export const OPERATOR_ROUTES = operatorRoutes.flatMap(tested);
export type TestedRoute = ReturnType<typeof tested>[number];

function tested({ path, endpoints }: DescribedRoute) {
  return Object.entries(endpoints).map(([verb, endpoint]) => ({
    name: `${verb} ${path}`,
    method: verb.toLowerCase() as Method,
    path,
    sends: "need" in endpoint && endpoint.need === "send",
    /** No key will do. */
    needsPerson: "need" in endpoint && endpoint.need === "person",
    leastRole: leastRoleOf(verb, endpoint),
    takesBody: endpoint.body !== undefined,
    names: path.includes(":"),
  }));
}

function leastRoleOf(verb: string, endpoint: object): Role {
  return "role" in endpoint ? (endpoint.role as Role) : leastRoleFor(verb);
}

const owners = new WeakMap<SeededAccount, Promise<SeededPerson>>();

/** Of an account that has none of its own; the same each time. */
function ownerOf({ context }: TestApi, tenant: SeededAccount): Promise<SeededPerson> {
  const owner = owners.get(tenant) ?? seedPerson(context, { accountId: tenant.accountId });
  owners.set(tenant, owner);
  return owner;
}

/** As whom a route is asked by who may all: with the full key, or where that will not do, as an owner. */
export async function callerOf(
  { needsPerson }: Pick<TestedRoute, "needsPerson">,
  api: TestApi,
  tenant: SeededAccount,
): Promise<SendOptions> {
  return needsPerson ? { as: await ownerOf(api, tenant) } : { key: tenant.keys.full };
}

export function bodyOf({ name, takesBody }: TestedRoute, api: TestApi, tenant: SeededAccount): unknown {
  if (!takesBody) return undefined;
  const make = BODIES[name];
  if (!make) throw new Error(`${name} needs a body that is accepted, in test/route-cases.ts.`);
  return make(api, tenant);
}

/** A path of this route to something that the tenant has, and one of the same form to nothing. */
export async function pathsOf(
  { path, names }: TestedRoute,
  api: TestApi,
  tenant: SeededAccount,
): Promise<{ theirs: string; nobodys: string }> {
  if (!names) return { theirs: path, nobodys: path };
  const [, make] =
    Object.entries(OBJECTS)
      .sort(([a], [b]) => b.length - a.length)
      .find(([start]) => path === start || path.startsWith(`${start}/`)) ?? [];
  if (!make) throw new Error(`${path} needs an object that it names, in test/route-cases.ts.`);
  const { theirs, nobodys } = await make(api, tenant);
  return { theirs: filled(path, theirs), nobodys: filled(path, nobodys) };
}

function filled(path: string, parameters: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${path} needs a ${name}, in test/route-cases.ts.`);
    return encodeURIComponent(value);
  });
}

async function scheduledMail(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const body = emailOf(tenant, { scheduled_at: later(api, 3_600_000) });
  return named("msg", api, await api.send("post", "/api/v1/emails", { key: tenant.keys.full, body }));
}

async function mailWithFile(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const key = tenant.keys.full;
  const body = emailOf(tenant, { attachments: [FILE] });
  const { theirs, nobodys } = named("msg", api, await api.send("post", "/api/v1/emails", { key, body }));
  const files = await api.send("get", `/api/v1/emails/${theirs["id"]}/attachments`, { key });
  const part = String(files.body.data[0].id);
  return { theirs: { ...theirs, part }, nobodys: { ...nobodys, part } };
}

/** Its first version. */
async function templateVersion(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const { theirs, nobodys } = await made("tpl", "/api/v1/templates", () => TEMPLATE)(api, tenant);
  return { theirs: { ...theirs, part: "1" }, nobodys: { ...nobodys, part: "1" } };
}

/** Open, about an endpoint of its own. */
async function alert({ context, clock }: TestApi, { accountId }: SeededAccount): Promise<Named> {
  const id = newId("alr", clock.now());
  await plain(context.data).query(
    `INSERT INTO alerts (account_id, id, kind, dimension, value, name, numbers, opened_at, last_seen_at)
     VALUES ($1, $2, 'webhook_failing', 'endpoint', $3, 'https://hooks.example/x', $4, $5, $5)`,
    [accountId, id, newId("whk", clock.now()), { failing_since: clock.now().toISOString() }, clock.now()],
  );
  return { theirs: { id }, nobodys: { id: newId("alr", clock.now()) } };
}

/** An account has at most 50, and every test makes one. */
const WEBHOOKS_KEPT = 20;

async function webhook(api: TestApi, tenant: SeededAccount): Promise<Named> {
  await plain(api.context.data).query(
    "DELETE FROM webhooks WHERE id IN (SELECT id FROM webhooks WHERE account_id = $1 ORDER BY id DESC OFFSET $2)",
    [tenant.accountId, WEBHOOKS_KEPT],
  );
  return made("whk", "/api/v1/webhooks", () => ({ endpoint: "https://hooks.example/x" }))(api, tenant);
}

/** With an event that it is told of. */
async function toldWebhook(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const key = tenant.keys.full;
  const { theirs, nobodys } = await webhook(api, tenant);
  await api.send("post", "/api/v1/emails", { key, body: emailOf(tenant) });
  const events = await api.send("get", `/api/v1/webhooks/${theirs["id"]}/events`, { key });
  const part = String(events.body.data[0].id);
  return { theirs: { ...theirs, part }, nobodys: { ...nobodys, part } };
}

/** Made by a POST of this body, and named by the id in its answer. */
function made(prefix: string, path: string, bodyOf: (api: TestApi, tenant: SeededAccount) => unknown) {
  return async (api: TestApi, tenant: SeededAccount): Promise<Named> => {
    const body = bodyOf(api, tenant);
    return named(prefix, api, await api.send("post", path, { key: tenant.keys.full, body }));
  };
}

/** A key of the account that is paused. */
async function pausedKey({ context, clock }: TestApi, { accountId }: SeededAccount): Promise<Named> {
  const { id } = await createKey(context, { accountId, permission: "full", name: "of a test" });
  const now = clock.now();
  const pause = {
    accountId,
    id: newId("pau", now),
    kind: "key",
    sourceId: id,
    reason: "",
    evidence: {},
  } as const;
  await pauseSource(context.data, pause, {}, now);
  return { theirs: { id }, nobodys: { id: newId("key", now) } };
}

async function pausedKeyOf(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const { theirs, nobodys } = await pausedKey(api, tenant);
  const of = (part = ""): Record<string, string> => ({ id: tenant.accountId, part });
  return { theirs: of(theirs["id"]), nobodys: of(nobodys["id"]) };
}

async function account({ context, clock }: TestApi): Promise<Named> {
  const { accountId } = await seedAccount(context);
  return { theirs: { id: accountId }, nobodys: { id: newId("acc", clock.now()) } };
}

async function suspendedAccount(api: TestApi): Promise<Named> {
  const found = await account(api);
  const grounds = { cause: "operator", reason: "A test.", evidence: {} } as const;
  await suspend(api.context, found.theirs["id"] ?? "", grounds, "a test");
  return found;
}

async function openAppeal(api: TestApi): Promise<Named> {
  const { theirs } = await suspendedAccount(api);
  const { id } = await appeal(api.context, theirs["id"] ?? "", "Invoices, to our own customers.");
  return { theirs: { id }, nobodys: { id: newId("apl", api.clock.now()) } };
}

async function openCase(
  { context, clock }: TestApi,
  { accountId }: SeededAccount,
  messageId?: string,
): Promise<Named> {
  const now = clock.now();
  const id = newId("cas", now);
  await putCase(context.data, {
    accountId,
    id,
    messageId: messageId ?? newId("msg", now),
    label: "phishing",
    score: 0.7,
    structural: true,
    reasons: [{ signal: "link_shows_other_domain", sentence: "A link shows another domain." }],
    provider: "embedded",
    action: "flag",
    createdAt: now,
  });
  return { theirs: { id }, nobodys: { id: newId("cas", now) } };
}

async function member({ context, clock }: TestApi, { accountId }: SeededAccount): Promise<Named> {
  const { userId } = await seedPerson(context, { accountId, role: "viewer" });
  return { theirs: { id: userId }, nobodys: { id: newId("usr", clock.now()) } };
}

async function invitation(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const { accountId } = tenant;
  const { userId, email } = await ownerOf(api, tenant);
  // A minute has room for so many.
  api.clock.advance(3_000);
  const asked = { accountId, email: newInvited().email, role: "viewer" } as const;
  const { id } = await invite(api.context, { userId, email, role: "owner" }, asked);
  return { theirs: { id }, nobodys: { id: newId("inv", api.clock.now()) } };
}

/** About a mail that is there. */
async function caseOfMail(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const { theirs } = await scheduledMail(api, tenant);
  return openCase(api, tenant, theirs["id"]);
}

async function deadLetter({ context, clock }: TestApi): Promise<Named> {
  const now = clock.now();
  const id = newId("dl", now);
  const letter = {
    accountId: "",
    id,
    kind: "notification",
    subjectId: id,
    part: "",
    reason: "a test",
  } as const;
  await keyedTransaction(context.data, (client) =>
    putDeadLetters(client, [{ ...letter, detail: null, createdAt: now }]),
  );
  return { theirs: { id }, nobodys: { id: newId("dl", now) } };
}

/** Taken by the sandbox, as the fake ports have it. */
async function sentMail(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const key = tenant.keys.full;
  const named_ = named("msg", api, await api.send("post", "/api/v1/emails", { key, body: emailOf(tenant) }));
  await sendDue(await driveOver(api, tenant));
  return named_;
}

/** Written down a moment after it is answered. */
async function loggedCall(api: TestApi, tenant: SeededAccount): Promise<Named> {
  const key = tenant.keys.full;
  const ask = async () => (await api.send("get", "/api/v1/logs?limit=1", { key })).body.data[0];
  await api.send("get", "/api/v1/domains", { key });
  await until(async () => (await ask()) !== undefined);
  return { theirs: { id: (await ask()).id }, nobodys: { id: newId("log", api.clock.now()) } };
}

let count = 0;

function newInvited(): { email: string; role: string } {
  count += 1;
  return { email: `invited-${count}@example.test`, role: "viewer" };
}

function newDomain(): unknown {
  count += 1;
  return { name: `d${count}-${process.pid}.example` };
}

function newSuppressed(): unknown {
  count += 1;
  return { email: `s${count}@inbox.example` };
}

function newUnsubscribed(): unknown {
  count += 1;
  return { recipient: `u${count}@inbox.example` };
}

function named(prefix: string, api: TestApi, answer: { body: { id: string }; status: number }): Named {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return { theirs: { id: answer.body.id }, nobodys: { id: newId(prefix, api.clock.now()) } };
}

function later(api: TestApi, ms: number): string {
  return new Date(api.clock.now().getTime() + ms).toISOString();
}
