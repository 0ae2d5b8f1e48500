import type { NewEmail } from "@sendex/sdk/generated/api";
import { eventually } from "../eventually";
import type { Stack, Tenant } from "../stack";
import { type Audience, makeAudience } from "./audience";
import { type Broadcasts, makeBroadcasts } from "./broadcasts";
import { countPast } from "./past-metrics";
import { make } from "./make";
import { makeMember, makeOperator, type Person } from "./people";

/** What the pages need to be worth looking at. */
export interface Showcase extends Audience, Broadcasts {
  /** A message with two recipients of whom one bounced, and with a file. */
  bounced: string;
  scheduled: string;
  /** Of the request log: the one that sent `bounced`. */
  call: string;
  template: string;
  domain: string;
  webhook: string;
  /** Who runs the installation. */
  operator: Person;
  /** Of the content review, about another account's mail. */
  reviewCase: string;
  /** An account that is suspended and has appealed. */
  suspended: { accountId: string; owner: Person };
}

const HTML = `<!doctype html><html><head><style>
body { margin: 0; padding: 32px; background: #f4f4f7; font-family: Helvetica, Arial, sans-serif }
.card { max-width: 520px; margin: auto; padding: 32px; background: #fff; border-radius: 8px }
.go { display: inline-block; padding: 12px 20px; background: #3d5ce8; border-radius: 6px; color: #fff }
</style></head><body><div class="card">
<h1 style="font-size: 22px">Your order is on its way</h1>
<p style="color: #555; line-height: 1.6">Hello Ada, we have packed what you ordered. It will be with you on Thursday.</p>
<p><a class="go" href="https://shop.example/orders/48213">Follow it</a></p>
</div></body></html>`;

/** Of the kinds of mail that a shop sends; those to the simulator come to different ends (docs/sandbox.md). */
const MAILS: Partial<NewEmail>[] = [
  { to: "grace.hopper@example.com", subject: "Reset your password" },
  { to: "margaret.hamilton@example.org", subject: "Your receipt from Acme" },
  { to: "Linus <linus@example.net>", subject: "Invitation to the project “Aurora”" },
  { to: "complaint@simulator.amazonses.com", subject: "Weekly summary" },
  { to: "suppressionlist@simulator.amazonses.com", subject: "Your trial ends in 3 days" },
  { to: "katherine.johnson@example.com", subject: "Confirm your e-mail address" },
];

/** The content review makes a case of it. */
export const FRAUD = {
  to: "victim@example.com",
  subject: "Your PayPal account has been limited",
  html: `<p>Dear customer, we noticed unusual activity. Your PayPal account has been suspended. Verify your account within
24 hours. <a href="https://paypal-secure-login.other.example/x">https://www.paypal.com/signin</a></p>`,
} satisfies Partial<NewEmail>;

/**
 * A month of a shop's mail by the hour, in place of the million that a stack's tenant begins with. What was accepted in the
 * last days is left out: the ledger would miss its messages.
 */
const PAST = `
WITH gone AS (DELETE FROM statistics WHERE account_id = $1 AND count = 1000000)
INSERT INTO statistics (account_id, hour, mode, event, domain, tag, template, tier, count)
SELECT $1, date_trunc('day', now()) - make_interval(days => d) + make_interval(hours => h), 'live', event, 'a.example', '', '', 'new', n
FROM generate_series(1, 29) AS d, generate_series(7, 21) AS h,
  LATERAL (SELECT 18 + d * 7 % 11 + h * 5 % 9 - 9 * (d % 7 / 5) AS sent, (d * 31 + h * 17) % 23 = 0 AS hurts) AS o,
  LATERAL (VALUES ('sent', sent), ('delivered', sent - hurts::int), ('opened', sent * 2 / 5), ('clicked', sent / 9),
    ('bounced', hurts::int), ('hurt', hurts::int), ('deferred', sent / 25),
    ('accepted', CASE WHEN d > 2 THEN sent ELSE 0 END)) AS e (event, n)
WHERE n > 0`;

const HOUR_MS = 3_600_000;

/** Two alerts that are open, one that somebody looks after, and one that is over; newer than what the scheduler would judge of them. */
const ALERTS = `
INSERT INTO alerts (account_id, id, kind, dimension, value, name, numbers, opened_at, last_seen_at, closed_at, acknowledged_at, acknowledged_by)
SELECT $1, 'alr_' || rpad(n::text, 27, '0'), kind, dimension, value, name, numbers::jsonb, now() - make_interval(mins => n * 47), now(),
  CASE WHEN n > 3 THEN now() - interval '20 minutes' END, CASE WHEN n = 3 THEN now() END, CASE WHEN n = 3 THEN 'user:ada@acme.example' END
FROM (VALUES
  (1, 'volume', 'account', '', NULL, '{"accepted": 3412, "usual": 310, "limit": 930, "factor": 3, "young": false}'),
  (2, 'bounce_rate', 'template', 'tpl_showcase', 'Order confirmation',
    '{"hours": 6, "sent": 1500, "affected": 186, "percent": 12.4, "usual_percent": 0.8, "limit_percent": 5}'),
  (3, 'deferrals', 'provider', 'yahoo', NULL,
    '{"hours": 1, "sent": 410, "affected": 205, "percent": 50, "usual_percent": 1.2, "limit_percent": 20}'),
  (4, 'key_network', 'key', 'key_showcase', 'Shop', '{"networks": ["192.0.2.0/24"]}')
) AS a (n, kind, dimension, value, name, numbers)`;

/** Makes it all and waits until SES has told of it, and until it is counted. */
export async function openShowcase(stack: Stack): Promise<Showcase> {
  await stack.database.rows(PAST, [stack.tenant.accountId]);
  await stack.database.rows(ALERTS, [stack.tenant.accountId]);
  const [mails, made, audience, reviewCase, suspended, operator] = await Promise.all([
    sendMails(stack.tenant),
    makeObjects(stack),
    makePeople(stack.tenant),
    openCase(stack),
    suspendAccount(stack),
    makeOperator(stack),
  ]);
  await countPast(stack, made.template);
  await untilCounted(stack.tenant);
  return { ...mails, ...made, ...audience, reviewCase, suspended, operator };
}

/** Broadcasts name a property of contacts. */
async function makePeople(tenant: Tenant): Promise<Audience & Broadcasts> {
  const audience = await makeAudience(tenant);
  return { ...audience, ...(await makeBroadcasts(tenant)) };
}

/** Mail of this hour is in analytics some seconds after it was sent. */
async function untilCounted({ client }: Tenant): Promise<void> {
  const since = new Date(Date.now() - HOUR_MS).toISOString();
  await eventually(async () => {
    const query = new URLSearchParams({ start_date: since, metrics: "sent" });
    const { body } = await client.call<{ totals: { sent: number } }>(
      "GET",
      `/api/v1/emails/metrics?${query}`,
    );
    if (!(body.totals.sent > 0)) throw new Error("nothing is counted yet");
  });
}

async function makeObjects({ tenant: { client }, webhook }: Stack) {
  const template = await make(client, "/api/v1/templates", {
    ...{ name: "Order confirmation", subject: "Your order {{ order }}", html: HTML },
    text: "Hello {{ name }}, your order {{ order }} is on its way.",
  });
  const domain = await make(client, "/api/v1/domains", { name: "news.acme.example" });
  await make(client, "/api/v1/suppressions", { email: "gone@example.com" });
  return { template, domain, webhook: webhook.id };
}

async function openCase(stack: Stack): Promise<string> {
  const { client, domain } = await stack.createAccount();
  await client.send({ from: `PayPal Support <support@${domain}>`, ...FRAUD });
  let id = "";
  await eventually(async () => {
    const { data } = await stack.cli("case", "list");
    if (data.length === 0) throw new Error("the mail was not found suspicious");
    id = data[0].id;
  });
  return id;
}

async function suspendAccount(stack: Stack): Promise<Showcase["suspended"]> {
  const { accountId, client } = await stack.createAccount();
  await stack.cli("account", "suspend", "--account", accountId, "--reason", "Bought lists.");
  const message = "These are our own customers; the list is from our shop.";
  await client.call("POST", "/api/v1/account/appeals", { message });
  return { accountId, owner: await makeMember(stack, accountId) };
}

async function sendMails({
  client,
  domain,
}: Tenant): Promise<Pick<Showcase, "bounced" | "scheduled" | "call">> {
  const from = `Acme <hello@${domain}>`;
  const tags = [{ name: "campaign", value: "spring" }];
  for (const mail of MAILS) await client.send({ from, html: HTML, text: "Hello Ada", tags, ...mail });
  await client.post({ to: "nobody", priority: "urgent" });
  const scheduled = await client.send({ from, subject: "See you tomorrow", scheduled_at: "in 2 days" });
  const bounced = await client.send({
    ...{ from, html: HTML, text: "Hello Ada, your order is on its way.", tags },
    to: ["bounce@simulator.amazonses.com", "ada.lovelace@example.com"],
    subject: "Your order #48213 is on its way",
    metadata: { order: "48213" },
    attachments: [{ filename: "invoice.pdf", content: Buffer.from("%PDF-1.4").toString("base64") }],
  });
  await eventually(async () => {
    const { recipients } = await client.email(bounced);
    const states = recipients.map(({ status }) => status).sort();
    if (states.join() !== "bounced,delivered") throw new Error(`it is ${states.join()}`);
  });
  return { bounced, scheduled, call: await callOf(client, bounced) };
}

/** Calls are written down a moment after they are answered. */
async function callOf(client: Tenant["client"], message: string): Promise<string> {
  let id = "";
  await eventually(async () => {
    const path = `/api/v1/logs?message_id=${message}&method=POST`;
    const { body } = await client.call<{ data: { id: string }[] }>("GET", path);
    id = body.data[0]?.id ?? "";
    if (id === "") throw new Error("the call is not in the log");
  });
  return id;
}
