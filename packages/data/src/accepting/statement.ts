import type { QueryConfig } from "pg";
import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import { OWN_STATES } from "@sendex/core/reports/status";
import { inGoodStanding, isInForce, isMember } from "../access/conditions";
import { boolean, bytea, int, mode, rows, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { insertFacts, messageFact } from "../reports/facts";
import { DELIVERY_COLUMNS, deliveryState, wants } from "../webhooks/wanting";
import type { NewMessage, Submission } from "./submission";

/**
 * The one statement that stores a group of submissions; it answers a row a submission and delivery. `metered`: their
 * credits are seen to; otherwise live mail of an account with a ledger is left out.
 */
export function acceptStatement(submissions: Submission[], metered: boolean): QueryConfig {
  const messages = submissions.flatMap((submission, i) =>
    submission.messages.map((message): MessageOf => ({ i, submission, message, first: firstEntry(message) })),
  );
  const contents = messages.flatMap(({ i, message }) =>
    message.contents.map(({ field, sealed }) => ({ i, messageId: message.id, field, sealed })),
  );
  return ACCEPT({
    s: submissions.map((submission, i) => ({ i, submission })),
    message: messages,
    recipient: messages.flatMap(recipientsOf),
    content: withStarts(contents),
    sealed: inOnePiece(contents.map(({ sealed }) => sealed)),
    metered,
  });
}

/** A message with the submission that it belongs to, and that one's number. */
interface MessageOf {
  i: number;
  submission: Submission;
  message: NewMessage;
  first: { type: TimelineType; webhook: WebhookEvent; data: EventData };
}

interface RecipientOf {
  of: MessageOf;
  recipient: NewMessage["recipients"][number];
  n: number;
  state: { status: string; rank: number };
}

interface ContentOf {
  i: number;
  messageId: string;
  field: string;
  sealed: Buffer;
}

function firstEntry(message: NewMessage): MessageOf["first"] {
  return message.scheduledAt
    ? {
        type: "scheduled",
        webhook: "email.scheduled",
        data: { scheduledAt: message.scheduledAt.toISOString() },
      }
    : { type: "queued", webhook: "email.queued", data: {} };
}

function recipientsOf(of: MessageOf): RecipientOf[] {
  const state = of.message.scheduledAt ? OWN_STATES.scheduled : OWN_STATES.queued;
  return of.message.recipients.map((recipient, n) => ({ of, recipient, n, state }));
}

/** Where each one's bytes begin, from 1, in what `inOnePiece` makes of all. */
function withStarts(contents: ContentOf[]): (ContentOf & { start: number })[] {
  let next = 1;
  return contents.map((content) => {
    const start = next;
    next += content.sealed.length;
    return { ...content, start };
  });
}

/**
 * A single bytea parameter goes as it is, while an array of them would be written out in hex, twice its size, on the
 * event loop.
 */
function inOnePiece(fields: Buffer[]): Buffer {
  const [first] = fields;
  if (!first || !fields.every((field, i) => i === 0 || follows(field, fields[i - 1])))
    return Buffer.concat(fields);
  return Buffer.from(
    first.buffer,
    first.byteOffset,
    fields.reduce((sum, { length }) => sum + length, 0),
  );
}

/** Whether one begins where the other ends in the same memory, as the fields of a large message do. */
function follows(field: Buffer, before: Buffer | undefined): boolean {
  return before?.buffer === field.buffer && before.byteOffset + before.length === field.byteOffset;
}

/** Of the messages in `m`, which has their accounts' tiers. */
const COUNT_ACCEPTED = insertFacts(
  {
    ...messageFact("m"),
    at: "m.created_at",
    event: "'accepted'",
    tier: "m.tier",
    count: "sum(m.recipient_count)",
  },
  "m",
);

const ACCEPT = statement(
  "accept",
  {
    s: rows<{ i: number; submission: Submission }>({
      i: int(({ i }) => i),
      account_id: text(({ submission }) => submission.accountId),
      key_id: text.orNull(({ submission }) => submission.keyId),
      mode: mode(({ submission }) => submission.mode),
      surface: text.orNull(({ submission }) => submission.idempotency?.surface ?? null),
      key: text.orNull(({ submission }) => submission.idempotency?.key ?? null),
      fingerprint: text.orNull(({ submission }) => submission.idempotency?.fingerprint ?? null),
      status: smallint.orNull(({ submission }) => submission.idempotency?.status ?? null),
      response: text.orNull(({ submission }) => submission.idempotency?.response ?? null),
      created_at: timestamptz.orNull(({ submission }) => submission.messages[0]?.createdAt ?? null),
    }),
    message: rows<MessageOf>({
      i: int(({ i }) => i),
      id: text(({ message }) => message.id),
      source: text(({ message }) => message.source),
      dialect: text(({ message }) => message.dialect),
      route: text(({ message }) => message.route),
      priority: text(({ message }) => message.priority),
      from_header: text(({ message }) => message.from),
      from_domain: text(({ message }) => message.fromDomain),
      from_address: text(({ message }) => message.fromAddress),
      addresses: text(({ message }) => JSON.stringify(message.addresses)),
      recipient_count: smallint(({ message }) => message.recipients.length),
      subject: text(({ message }) => message.subject),
      tags: text(({ message }) => JSON.stringify(message.tags)),
      metadata: text(({ message }) => JSON.stringify(message.metadata)),
      bytes: int(({ message }) => message.bytes),
      created_at: timestamptz(({ message }) => message.createdAt),
      scheduled_at: timestamptz.orNull(({ message }) => message.scheduledAt),
      template_id: text.orNull(({ message }) => message.template?.id ?? null),
      template_version: int.orNull(({ message }) => message.template?.version ?? null),
      trace: text.orNull(({ message }) => message.trace),
      topic_id: text.orNull(({ message }) => message.topicId),
      broadcast_id: text.orNull(({ message }) => message.broadcastId),
      event_id: text(({ message }) => message.eventId),
      type: text(({ first }) => first.type),
      webhook: text(({ first }) => first.webhook),
      data: text(({ first }) => JSON.stringify(first.data)),
    }),
    recipient: rows<RecipientOf>({
      i: int(({ of }) => of.i),
      message_id: text(({ of }) => of.message.id),
      n: smallint(({ n }) => n),
      address: text(({ recipient }) => recipient.address),
      kind: text(({ recipient }) => recipient.kind),
      status: text(({ state }) => state.status),
      rank: smallint(({ state }) => state.rank),
      priority: text(({ of }) => of.message.priority),
      route: text(({ of }) => of.message.route),
      provider: text.orNull(({ recipient }) => recipient.provider),
      due_at: timestamptz(({ of: { message } }) => message.scheduledAt ?? message.createdAt),
      admitted_until: timestamptz.orNull(({ of: { submission, message } }) =>
        message.scheduledAt ? null : submission.admittedUntil,
      ),
    }),
    content: rows<ContentOf & { start: number }>({
      i: int(({ i }) => i),
      message_id: text(({ messageId }) => messageId),
      field: text(({ field }) => field),
      start: int(({ start }) => start),
      length: int(({ sealed }) => sealed.length),
    }),
    sealed: bytea,
    metered: boolean,
  },
  ({ s, message, recipient, content, sealed, metered }) => `
WITH s AS (
  SELECT * FROM ${s}
), standing AS (
  SELECT s.*, a.tier, CASE
      WHEN a.id IS NULL OR (s.key_id IS NOT NULL AND (k.id IS NULL OR NOT (${isInForce("k")})) AND NOT ${isMember("s.account_id", "s.key_id")}) THEN 'revoked'
      WHEN NOT (${inGoodStanding("a")}) THEN 'suspended'
      WHEN a.credits IS NOT NULL AND s.mode = 'live' AND NOT ${metered} THEN 'metered'
    END AS refusal
  FROM s LEFT JOIN accounts a ON a.id = s.account_id
  LEFT JOIN api_keys k ON k.account_id = s.account_id AND k.id = s.key_id
), won AS (
  INSERT INTO idempotency_keys (account_id, mode, surface, key, fingerprint, status, response, created_at)
  SELECT account_id, mode, surface, key, fingerprint, status, response, created_at FROM standing
  WHERE key IS NOT NULL AND refusal IS NULL ORDER BY account_id, mode, surface, key
  ON CONFLICT DO NOTHING RETURNING account_id, mode, surface, key
), go AS (
  SELECT standing.* FROM standing LEFT JOIN won USING (account_id, mode, surface, key)
  WHERE standing.refusal IS NULL AND (standing.key IS NULL OR won.key IS NOT NULL)
), m AS (
  SELECT go.account_id, go.key_id, go.mode, go.tier, message.* FROM ${message} JOIN go ON go.i = message.i
), put_messages AS (
  INSERT INTO messages (account_id, id, mode, source, dialect, route, priority, key_id, from_header, from_domain, from_address, addresses,
    recipient_count, subject, tags, metadata, bytes, created_at, scheduled_at, template_id, template_version, trace, topic_id, broadcast_id)
  SELECT account_id, id, mode, source, dialect, route, priority, key_id, from_header, from_domain, from_address, addresses::jsonb,
    recipient_count, subject, tags::jsonb, metadata::jsonb, bytes, created_at, scheduled_at, template_id, template_version, trace, topic_id, broadcast_id FROM m
), put_recipients AS (
  INSERT INTO recipients (account_id, message_id, n, address, kind, status, rank, priority, route, provider, due_at, admitted_until)
  SELECT go.account_id, message_id, n, address, kind, recipient.status, rank, priority, route, provider, due_at, admitted_until
  FROM ${recipient} JOIN go USING (i)
), put_contents AS (
  INSERT INTO contents (account_id, message_id, field, sealed)
  SELECT go.account_id, content.message_id, content.field, substring(${sealed}::bytea FROM content.start FOR content.length)
  FROM ${content} JOIN go ON go.i = content.i
), put_events AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, event_id, 'message', id, NULL, type, webhook, created_at, data::jsonb FROM m
), put_deliveries AS (
  INSERT INTO deliveries (${DELIVERY_COLUMNS})
  SELECT m.account_id, m.event_id, w.id, ${deliveryState("m.created_at", "(m.created_at + interval '5 seconds')")}
  FROM m JOIN webhooks w ON w.account_id = m.account_id AND w.mode = m.mode AND ${wants("m.webhook", "m.created_at")}
  RETURNING account_id, event_id, webhook_id, admitted_until
), counted AS (
  ${COUNT_ACCEPTED}
)
SELECT standing.i, COALESCE(standing.refusal, CASE WHEN go.i IS NULL THEN 'duplicate' ELSE 'stored' END) AS outcome, d.account_id, d.event_id, d.webhook_id
FROM standing LEFT JOIN go ON go.i = standing.i LEFT JOIN m ON m.i = standing.i
LEFT JOIN put_deliveries d ON d.account_id = m.account_id AND d.event_id = m.event_id AND d.admitted_until IS NOT NULL`,
);
