import type { QueryConfig } from "pg";
import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import { OWN_STATES } from "@sendex/core/reports/status";
import type { NewMessage, Submission } from "./submission";

/**
 * The one statement that stores a group of submissions; it answers a row a submission and delivery. `metered`: their
 * credits are seen to; otherwise live mail of an account with a ledger is left out.
 */
export function acceptStatement(submissions: Submission[], metered: boolean): QueryConfig {
  return { name: "accept", text: ACCEPT, values: [...columns(submissions), metered] };
}

/** One array per column, in the order of the statement's parameters. */
function columns(submissions: Submission[]): unknown[] {
  const placed = submissions.flatMap((submission, i) =>
    submission.messages.map((message) => ({ submission, i, message })),
  );
  return [
    ...submissionColumns(submissions),
    ...messageColumns(placed),
    ...recipientColumns(placed),
    ...contentColumns(placed),
    placed.map(({ message }) => message.template?.id ?? null),
    placed.map(({ message }) => message.template?.version ?? null),
  ];
}

/** A message with the submission it belongs to, and that one's number. */
interface Placed {
  submission: Submission;
  i: number;
  message: NewMessage;
}

function submissionColumns(submissions: Submission[]): unknown[] {
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
  ];
}

function messageColumns(placed: Placed[]): unknown[] {
  const entries = placed.map(({ message }) => firstEntry(message));
  return [
    placed.map(({ i }) => i),
    placed.map(({ message }) => message.id),
    placed.map(({ message }) => message.source),
    placed.map(({ message }) => message.dialect),
    placed.map(({ message }) => message.route),
    placed.map(({ message }) => message.priority),
    placed.map(({ message }) => message.from),
    placed.map(({ message }) => message.fromDomain),
    placed.map(({ message }) => message.fromAddress),
    placed.map(({ message }) => JSON.stringify(message.addresses)),
    placed.map(({ message }) => message.recipients.length),
    placed.map(({ message }) => message.subject),
    placed.map(({ message }) => JSON.stringify(message.tags)),
    placed.map(({ message }) => JSON.stringify(message.metadata)),
    placed.map(({ message }) => message.bytes),
    placed.map(({ message }) => message.createdAt),
    placed.map(({ message }) => message.scheduledAt),
    placed.map(({ message }) => message.eventId),
    entries.map(({ type }) => type),
    entries.map(({ webhook }) => webhook),
    entries.map(({ data }) => JSON.stringify(data)),
  ];
}

function recipientColumns(placed: Placed[]): unknown[] {
  const rows = placed.flatMap(({ submission, i, message }) =>
    message.recipients.map((recipient, n) => ({ submission, i, message, recipient, n })),
  );
  return [
    rows.map(({ i }) => i),
    rows.map(({ message }) => message.id),
    rows.map(({ n }) => n),
    rows.map(({ recipient }) => recipient.address),
    rows.map(({ recipient }) => recipient.kind),
    rows.map(({ message }) => state(message).status),
    rows.map(({ message }) => state(message).rank),
    rows.map(({ message }) => message.priority),
    rows.map(({ message }) => message.route),
    rows.map(({ message }) => message.scheduledAt ?? message.createdAt),
    rows.map(({ submission, message }) => (message.scheduledAt ? null : submission.admittedUntil)),
  ];
}

function contentColumns(placed: Placed[]): unknown[] {
  const rows = placed.flatMap(({ i, message }) =>
    message.contents.map((content) => ({ i, message, content })),
  );
  return [
    rows.map(({ i }) => i),
    rows.map(({ message }) => message.id),
    rows.map(({ content }) => content.field),
    ...sealedColumns(rows.map(({ content }) => content.sealed)),
  ];
}

/**
 * All sealed fields in one piece, and where each begins and how long it is: a single bytea parameter goes as it is,
 * while an array of them would be written out in hex, twice its size, on the event loop.
 */
function sealedColumns(fields: Buffer[]): [Buffer, number[], number[]] {
  let next = 1;
  const starts = fields.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
  const [only] = fields;
  const all = only && fields.length === 1 ? only : Buffer.concat(fields);
  return [all, starts, fields.map(({ length }) => length)];
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

const ACCEPT = `
WITH s AS (
  SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::mode[], $5::text[], $6::text[], $7::text[], $8::smallint[], $9::text[], $10::timestamptz[])
    AS s(i, account_id, key_id, mode, surface, key, fingerprint, status, response, created_at)
), standing AS (
  SELECT s.*, a.tier, CASE
      WHEN a.id IS NULL OR (s.key_id IS NOT NULL AND (k.id IS NULL OR k.revoked_at IS NOT NULL)) THEN 'revoked'
      WHEN a.standing <> 'active' THEN 'suspended'
      WHEN a.credits IS NOT NULL AND s.mode = 'live' AND NOT $51::boolean THEN 'metered'
    END AS refusal
  FROM s LEFT JOIN accounts a ON a.id = s.account_id
  LEFT JOIN api_keys k ON k.account_id = s.account_id AND k.id = s.key_id
), won AS (
  INSERT INTO idempotency_keys (account_id, mode, surface, key, fingerprint, status, response, created_at)
  SELECT account_id, mode, surface, key, fingerprint, status, response, created_at FROM standing
  WHERE key IS NOT NULL AND refusal IS NULL ORDER BY account_id, mode, surface, key
  ON CONFLICT DO NOTHING
  RETURNING account_id, mode, surface, key
), go AS (
  SELECT standing.* FROM standing LEFT JOIN won USING (account_id, mode, surface, key)
  WHERE standing.refusal IS NULL AND (standing.key IS NULL OR won.key IS NOT NULL)
), m AS (
  SELECT go.account_id, go.key_id, go.mode, go.tier, x.* FROM unnest(
    $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::smallint[],
    $22::text[], $23::text[], $24::text[], $25::int[], $26::timestamptz[], $27::timestamptz[], $28::text[], $29::text[], $30::text[], $31::text[],
    $49::text[], $50::int[])
    AS x(i, id, source, dialect, route, priority, from_header, from_domain, from_address, addresses, recipient_count,
      subject, tags, metadata, bytes, created_at, scheduled_at, event_id, type, webhook, data, template_id, template_version)
  JOIN go ON go.i = x.i
), put_messages AS (
  INSERT INTO messages (account_id, id, mode, source, dialect, route, priority, key_id, from_header, from_domain, from_address, addresses,
    recipient_count, subject, tags, metadata, bytes, created_at, scheduled_at, template_id, template_version)
  SELECT account_id, id, mode, source, dialect, route, priority, key_id, from_header, from_domain, from_address, addresses::jsonb,
    recipient_count, subject, tags::jsonb, metadata::jsonb, bytes, created_at, scheduled_at,
    template_id, template_version FROM m
), put_recipients AS (
  INSERT INTO recipients (account_id, message_id, n, address, kind, status, rank, priority, route, due_at, admitted_until)
  SELECT go.account_id, x.message_id, x.n, x.address, x.kind, x.status, x.rank, x.priority, x.route, x.due_at, x.admitted_until
  FROM unnest($32::int[], $33::text[], $34::smallint[], $35::text[], $36::text[], $37::text[], $38::smallint[], $39::text[], $40::text[], $41::timestamptz[], $42::timestamptz[])
    AS x(i, message_id, n, address, kind, status, rank, priority, route, due_at, admitted_until)
  JOIN go ON go.i = x.i
), put_contents AS (
  INSERT INTO contents (account_id, message_id, field, sealed)
  SELECT go.account_id, x.message_id, x.field, substring($46::bytea FROM x.start FOR x.length)
  FROM unnest($43::int[], $44::text[], $45::text[], $47::int[], $48::int[]) AS x(i, message_id, field, start, length)
  JOIN go ON go.i = x.i
), put_events AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, event_id, 'message', id, NULL, type, webhook, created_at, data::jsonb FROM m
), put_deliveries AS (
  INSERT INTO deliveries (account_id, event_id, webhook_id, due_at, admitted_until)
  SELECT m.account_id, m.event_id, w.id, m.created_at, CASE WHEN w.failing_since IS NULL THEN m.created_at + interval '5 seconds' END
  FROM m JOIN webhooks w ON w.account_id = m.account_id AND w.status = 'enabled' AND (cardinality(w.events) = 0 OR m.webhook = ANY (w.events))
  RETURNING account_id, event_id, webhook_id, admitted_until
), counted AS (
  INSERT INTO statistic_deltas (account_id, hour, mode, event, domain, tag, template, tier, key_id, count)
  SELECT account_id, date_trunc('hour', created_at), mode, 'accepted', from_domain, '', COALESCE(template_id, ''), tier, COALESCE(key_id, ''), sum(recipient_count)
  FROM m GROUP BY 1, 2, 3, 5, 7, 8, 9
)
SELECT standing.i, COALESCE(standing.refusal, CASE WHEN go.i IS NULL THEN 'duplicate' ELSE 'stored' END) AS outcome, d.account_id, d.event_id, d.webhook_id
FROM standing LEFT JOIN go ON go.i = standing.i
LEFT JOIN m ON m.i = standing.i
LEFT JOIN put_deliveries d ON d.account_id = m.account_id AND d.event_id = m.event_id AND d.admitted_until IS NOT NULL`;
