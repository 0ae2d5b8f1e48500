import type { Pool, QueryConfig } from "pg";
import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/event";
import type { Dialect, DraftRecipient, Mode, Priority, Route, Source, Tag } from "@sendex/core/message";
import { OWN_STATES } from "@sendex/core/status";
import type { DeliveryKey } from "./record-events";

/** A message about to be stored, with everything that hangs on it. */
export interface NewMessage {
  id: string;
  eventId: string;
  source: Source;
  dialect: Dialect;
  route: Route;
  priority: Priority;
  from: string;
  /** Bare, lower-case. */
  fromAddress: string;
  fromDomain: string;
  /** The visible addresses, as shown mailboxes. */
  addresses: { to: string[]; cc: string[]; bcc: string[]; replyTo: string[] };
  recipients: DraftRecipient[];
  subject: string;
  tags: Tag[];
  metadata: Record<string, unknown>;
  /** Of text, html and files together. */
  bytes: number;
  createdAt: Date;
  scheduledAt: Date | null;
  contents: { field: string; sealed: Buffer }[];
}

/** The outcome of one request: its messages stand or fall together, with its idempotency key. */
export interface Submission {
  accountId: string;
  keyId: string | null;
  mode: Mode;
  messages: NewMessage[];
  idempotency?: { surface: string; key: string; fingerprint: string; status: number; response: string };
  /** A queue is believed to hold what is due until then. */
  admittedUntil: Date;
}

/** `duplicate`: somebody else's request with this key is the one that counts. `refused`: suspended or revoked meanwhile. */
export type Stored =
  { outcome: "stored"; deliveries: DeliveryKey[] } | { outcome: "duplicate" } | { outcome: "refused" };

/**
 * Stores a group of submissions with one statement, and so with one commit: the idempotency keys first (the losers'
 * messages are left out), then messages, recipients, sealed contents, the first timeline entry, its webhook
 * deliveries and the count. Standing and revocation are joined in here, since what the caller was told by a
 * cache is only a hint.
 */
export async function acceptMessages(pool: Pool, submissions: Submission[]): Promise<Stored[]> {
  const repeated = repeatedKeys(submissions);
  const rows = columns(submissions.filter((_, index) => !repeated.has(index)));
  const { rows: answers } = await pool.query<Answer>(statement(rows));
  const outcomes = byNumber(answers);
  let number = 0;
  return submissions.map((_, index): Stored => {
    if (repeated.has(index)) return { outcome: "duplicate" };
    const answer = outcomes.get(number);
    number += 1;
    return answer ?? { outcome: "refused" };
  });
}

interface Answer {
  i: number;
  outcome: "stored" | "duplicate";
  account_id: string | null;
  event_id: string | null;
  webhook_id: string | null;
}

/** Indexes of submissions whose idempotency key stands earlier in the same group. */
function repeatedKeys(submissions: Submission[]): Set<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  submissions.forEach(({ accountId, mode, idempotency }, index) => {
    if (!idempotency) return;
    const name = JSON.stringify([accountId, mode, idempotency.surface, idempotency.key]);
    if (seen.has(name)) repeated.add(index);
    seen.add(name);
  });
  return repeated;
}

function byNumber(answers: Answer[]): Map<number, Stored> {
  const outcomes = new Map<number, Stored>();
  for (const { i, outcome, account_id, event_id, webhook_id } of answers) {
    const known = outcomes.get(i) ?? (outcome === "stored" ? { outcome, deliveries: [] } : { outcome });
    if (known.outcome === "stored" && account_id && event_id && webhook_id)
      known.deliveries.push({ accountId: account_id, eventId: event_id, webhookId: webhook_id });
    outcomes.set(i, known);
  }
  return outcomes;
}

/** One array per column, in the order of the statement's parameters. */
function columns(submissions: Submission[]): unknown[] {
  const messages = submissions.flatMap((submission, i) =>
    submission.messages.map((message) => ({ submission, i, message })),
  );
  const recipients = messages.flatMap(({ submission, i, message }) =>
    message.recipients.map((recipient, n) => ({ submission, i, message, recipient, n })),
  );
  const contents = messages.flatMap(({ submission, i, message }) =>
    message.contents.map((content) => ({ submission, i, message, content })),
  );
  return [
    submissions.map((_, i) => i),
    submissions.map(({ accountId }) => accountId),
    submissions.map(({ keyId }) => keyId),
    submissions.map(({ mode }) => mode),
    submissions.map(({ idempotency }) => idempotency?.surface ?? null),
    submissions.map(({ idempotency }) => idempotency?.key ?? null),
    submissions.map(({ idempotency }) => idempotency?.fingerprint ?? null),
    submissions.map(({ idempotency }) => idempotency?.status ?? null),
    submissions.map(({ idempotency }) => idempotency?.response ?? null),
    submissions.map(({ messages: [first] }) => first?.createdAt ?? null),
    messages.map(({ i }) => i),
    messages.map(({ message }) => message.id),
    messages.map(({ message }) => message.source),
    messages.map(({ message }) => message.dialect),
    messages.map(({ message }) => message.route),
    messages.map(({ message }) => message.priority),
    messages.map(({ message }) => message.from),
    messages.map(({ message }) => message.fromDomain),
    messages.map(({ message }) => message.fromAddress),
    messages.map(({ message }) => JSON.stringify(message.addresses)),
    messages.map(({ message }) => message.recipients.length),
    messages.map(({ message }) => message.subject),
    messages.map(({ message }) => JSON.stringify(message.tags)),
    messages.map(({ message }) => JSON.stringify(message.metadata)),
    messages.map(({ message }) => message.bytes),
    messages.map(({ message }) => message.createdAt),
    messages.map(({ message }) => message.scheduledAt),
    messages.map(({ message }) => message.eventId),
    messages.map(({ message }) => firstEntry(message).type),
    messages.map(({ message }) => firstEntry(message).webhook),
    messages.map(({ message }) => JSON.stringify(firstEntry(message).data)),
    recipients.map(({ i }) => i),
    recipients.map(({ message }) => message.id),
    recipients.map(({ n }) => n),
    recipients.map(({ recipient }) => recipient.address),
    recipients.map(({ recipient }) => recipient.kind),
    recipients.map(({ message }) => state(message).status),
    recipients.map(({ message }) => state(message).rank),
    recipients.map(({ message }) => message.priority),
    recipients.map(({ message }) => message.route),
    recipients.map(({ message }) => message.scheduledAt ?? message.createdAt),
    recipients.map(({ submission, message }) => (message.scheduledAt ? null : submission.admittedUntil)),
    contents.map(({ i }) => i),
    contents.map(({ message }) => message.id),
    contents.map(({ content }) => content.field),
    contents.map(({ content }) => content.sealed),
  ];
}

function state(message: NewMessage): { status: string; rank: number } {
  return message.scheduledAt ? OWN_STATES.scheduled : OWN_STATES.queued;
}

function firstEntry(message: NewMessage): { type: TimelineType; webhook: WebhookEvent; data: EventData } {
  return message.scheduledAt
    ? {
        type: "scheduled",
        webhook: "email.scheduled",
        data: { scheduledAt: message.scheduledAt.toISOString() },
      }
    : { type: "queued", webhook: "email.queued", data: {} };
}

function statement(values: unknown[]): QueryConfig {
  return { name: "accept", text: ACCEPT, values };
}

const ACCEPT = `
WITH s AS (
  SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::mode[], $5::text[], $6::text[], $7::text[], $8::smallint[], $9::text[], $10::timestamptz[])
    AS s(i, account_id, key_id, mode, surface, key, fingerprint, status, response, created_at)
), standing AS (
  SELECT s.*, a.tier FROM s
  JOIN accounts a ON a.id = s.account_id AND a.standing = 'active'
  LEFT JOIN api_keys k ON k.account_id = s.account_id AND k.id = s.key_id
  WHERE s.key_id IS NULL OR (k.id IS NOT NULL AND k.revoked_at IS NULL)
), won AS (
  INSERT INTO idempotency_keys (account_id, mode, surface, key, fingerprint, status, response, created_at)
  SELECT account_id, mode, surface, key, fingerprint, status, response, created_at FROM standing
  WHERE key IS NOT NULL ORDER BY account_id, mode, surface, key
  ON CONFLICT DO NOTHING
  RETURNING account_id, mode, surface, key
), go AS (
  SELECT standing.* FROM standing LEFT JOIN won USING (account_id, mode, surface, key)
  WHERE standing.key IS NULL OR won.key IS NOT NULL
), m AS (
  SELECT go.account_id, go.key_id, go.mode, go.tier, x.* FROM unnest(
    $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::smallint[],
    $22::text[], $23::text[], $24::text[], $25::int[], $26::timestamptz[], $27::timestamptz[], $28::text[], $29::text[], $30::text[], $31::text[])
    AS x(i, id, source, dialect, route, priority, from_header, from_domain, from_address, addresses, recipient_count,
      subject, tags, metadata, bytes, created_at, scheduled_at, event_id, type, webhook, data)
  JOIN go ON go.i = x.i
), put_messages AS (
  INSERT INTO messages (account_id, id, mode, source, dialect, route, priority, key_id, from_header, from_domain, from_address, addresses,
    recipient_count, subject, tags, metadata, bytes, created_at, scheduled_at)
  SELECT account_id, id, mode, source, dialect, route, priority, key_id, from_header, from_domain, from_address, addresses::jsonb,
    recipient_count, subject, tags::jsonb, metadata::jsonb, bytes, created_at, scheduled_at FROM m
), put_recipients AS (
  INSERT INTO recipients (account_id, message_id, n, address, kind, status, rank, priority, route, due_at, admitted_until)
  SELECT go.account_id, x.message_id, x.n, x.address, x.kind, x.status, x.rank, x.priority, x.route, x.due_at, x.admitted_until
  FROM unnest($32::int[], $33::text[], $34::smallint[], $35::text[], $36::text[], $37::text[], $38::smallint[], $39::text[], $40::text[], $41::timestamptz[], $42::timestamptz[])
    AS x(i, message_id, n, address, kind, status, rank, priority, route, due_at, admitted_until)
  JOIN go ON go.i = x.i
), put_contents AS (
  INSERT INTO contents (account_id, message_id, field, sealed)
  SELECT go.account_id, x.message_id, x.field, x.sealed
  FROM unnest($43::int[], $44::text[], $45::text[], $46::bytea[]) AS x(i, message_id, field, sealed)
  JOIN go ON go.i = x.i
), put_events AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, event_id, 'message', id, NULL, type, webhook, created_at, data::jsonb FROM m
), put_deliveries AS (
  INSERT INTO deliveries (account_id, event_id, webhook_id, due_at, admitted_until)
  SELECT m.account_id, m.event_id, w.id, m.created_at, m.created_at + interval '5 seconds'
  FROM m JOIN webhooks w ON w.account_id = m.account_id AND w.status = 'enabled' AND (cardinality(w.events) = 0 OR m.webhook = ANY (w.events))
  RETURNING account_id, event_id, webhook_id
), counted AS (
  INSERT INTO statistic_deltas (account_id, hour, mode, event, domain, tag, template, tier, count)
  SELECT account_id, date_trunc('hour', created_at), mode, 'accepted', from_domain, '', '', tier, sum(recipient_count)
  FROM m GROUP BY 1, 2, 3, 5, 8
)
SELECT standing.i, CASE WHEN go.i IS NULL THEN 'duplicate' ELSE 'stored' END AS outcome, d.account_id, d.event_id, d.webhook_id
FROM standing LEFT JOIN go ON go.i = standing.i
LEFT JOIN m ON m.i = standing.i
LEFT JOIN put_deliveries d ON d.account_id = m.account_id AND d.event_id = m.event_id`;
