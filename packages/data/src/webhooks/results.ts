import { TRY_KEY, type TryKey } from "./due-deliveries";
import { type NewDeadLetter, putDeadLetters } from "../sending/dead-letters";
import { int, numberedRows, rows, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { DELIVERY_KEY, type DeliveryKey } from "./record-events";
import type { Data } from "../database/open";
import { keyed } from "../database/pools";
import { type Transaction, keyedTransaction } from "../database/transaction";

/** What a request was sent with, beside its body. */
export interface SentRequest {
  url: string;
  /** Whole seconds. */
  signedAt: Date;
  /** Of Standard Webhooks. */
  signature: string;
  /** Of the body alone. */
  bodySignature: string;
}

/** What a try came to. */
export interface DeliveryResult extends DeliveryKey {
  /** Ordinal of this try, from 1. */
  attempt: number;
  at: Date;
  /** Null where no response came. */
  httpStatus: number | null;
  ms: number;
  response: string | null;
  error: string | null;
  request: SentRequest;
  status: "pending" | "succeeded" | "failed";
  dueAt: Date | null;
  /** Set: the endpoint is disabled with this reason. */
  disable: string | null;
  /** Set: it is given up with this try. */
  deadLetter: NewDeadLetter | null;
}

/** Records a group of tries, moves their deliveries on and keeps the endpoints' health, in one transaction. */
export async function recordDeliveries(data: Data, results: DeliveryResult[]): Promise<void> {
  await keyedTransaction(data, async (client) => {
    await client.query(RECORD_ATTEMPTS({ x: results }));
    const moved = await moveDeliveries(client, results);
    await putDeadLetters(
      client,
      moved.flatMap(({ deadLetter }) => deadLetter ?? []),
    );
    await client.query(KEEP_HEALTH({ x: healthOf(results) }));
  });
}

/** Nothing more will be tried for these. */
export async function dropDeliveries(data: Data, keys: DeliveryKey[]): Promise<void> {
  await keyed(data).query(DROP({ x: keys }));
}

/** Deliveries whose endpoint has no free slot: they come back later, with no try used up. */
export async function postponeDeliveries(data: Data, items: (TryKey & { dueAt: Date })[]): Promise<void> {
  await keyed(data).query(POSTPONE({ x: items }));
}

/** Returns the results that counted. */
async function moveDeliveries(client: Transaction, results: DeliveryResult[]): Promise<DeliveryResult[]> {
  const { rows } = await client.query<{ i: number }>(MOVE({ x: results }));
  return rows.flatMap(({ i }) => results[i - 1] ?? []);
}

interface Health {
  accountId: string;
  webhookId: string;
  /** Null: something got through. */
  failedAt: Date | null;
  disable: string | null;
  /** Of the latest of its results. */
  at: Date;
}

/** One row an endpoint: a single success in the group decides its health. */
function healthOf(results: DeliveryResult[]): Health[] {
  const healths = new Map<string, Health>();
  for (const { accountId, webhookId, status, at, disable } of results) {
    const known = healths.get(webhookId);
    const failedAt = status === "succeeded" ? null : at;
    healths.set(webhookId, {
      accountId,
      webhookId,
      failedAt: known ? known.failedAt && failedAt && known.failedAt : failedAt,
      disable: known?.disable ?? disable,
      at,
    });
  }
  return [...healths.values()];
}

const RECORD_ATTEMPTS = statement(
  "delivery-attempts",
  {
    x: rows<DeliveryResult>({
      ...DELIVERY_KEY,
      attempt: smallint(({ attempt }) => attempt),
      at: timestamptz(({ at }) => at),
      status: smallint.orNull(({ httpStatus }) => httpStatus),
      ms: int(({ ms }) => ms),
      response: text.orNull(({ response }) => response),
      error: text.orNull(({ error }) => error),
      url: text(({ request }) => request.url),
      signed_at: timestamptz(({ request }) => request.signedAt),
      signature: text(({ request }) => request.signature),
      body_signature: text(({ request }) => request.bodySignature),
    }),
  },
  ({ x }) => `
INSERT INTO delivery_attempts (account_id, event_id, webhook_id, attempt, at, status, ms, response, error, url, signed_at, signature, body_signature)
SELECT account_id, event_id, webhook_id, attempt, at, status, ms, response, error, url, signed_at, signature, body_signature FROM ${x}
ON CONFLICT DO NOTHING`,
);

// All of these lock their rows in the order that all statements keep.
const MOVE = statement(
  "delivery-moves",
  {
    x: numberedRows<DeliveryResult>({
      ...DELIVERY_KEY,
      attempt: smallint(({ attempt }) => attempt),
      status: text(({ status }) => status),
      due_at: timestamptz.orNull(({ dueAt }) => dueAt),
    }),
  },
  ({ x }) => `
WITH d AS (
  SELECT x.* FROM deliveries d JOIN ${x} USING (account_id, event_id, webhook_id)
  WHERE d.status = 'pending' AND d.attempts = x.attempt - 1 ORDER BY d.event_id, d.webhook_id FOR UPDATE OF d
)
UPDATE deliveries t SET attempts = d.attempt, status = d.status::delivery_status, due_at = d.due_at, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)
RETURNING d.i::int AS i`,
);

const DROP = statement(
  "drop-deliveries",
  { x: rows<DeliveryKey>(DELIVERY_KEY) },
  ({ x }) => `
WITH d AS (
  SELECT d.account_id, d.event_id, d.webhook_id FROM deliveries d JOIN ${x} USING (account_id, event_id, webhook_id)
  WHERE d.status = 'pending' ORDER BY d.event_id, d.webhook_id FOR UPDATE OF d
)
UPDATE deliveries t SET status = 'dropped', due_at = NULL, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)`,
);

const POSTPONE = statement(
  "postpone-deliveries",
  {
    x: rows<TryKey & { dueAt: Date }>({ ...TRY_KEY, due_at: timestamptz(({ dueAt }) => dueAt) }),
  },
  ({ x }) => `
WITH d AS (
  SELECT d.account_id, d.event_id, d.webhook_id, x.due_at
  FROM deliveries d JOIN ${x} USING (account_id, event_id, webhook_id, attempts)
  WHERE d.status = 'pending' ORDER BY d.event_id, d.webhook_id FOR UPDATE OF d
)
UPDATE deliveries t SET due_at = d.due_at, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)`,
);

// Writes an endpoint's row only when its health changes, so that healthy endpoints cost no writes.
const KEEP_HEALTH = statement(
  "delivery-health",
  {
    x: rows<Health>({
      account_id: text(({ accountId }) => accountId),
      id: text(({ webhookId }) => webhookId),
      failed_at: timestamptz.orNull(({ failedAt }) => failedAt),
      disable: text.orNull(({ disable }) => disable),
      at: timestamptz(({ at }) => at),
    }),
  },
  ({ x }) => `
WITH x AS (
  SELECT x.* FROM webhooks w JOIN ${x} USING (account_id, id)
  WHERE (w.failing_since IS NULL) <> (x.failed_at IS NULL) OR x.disable IS NOT NULL
  ORDER BY w.id FOR UPDATE OF w
)
UPDATE webhooks w SET failing_since = CASE WHEN x.failed_at IS NULL THEN NULL ELSE COALESCE(w.failing_since, x.failed_at) END,
  status = CASE WHEN x.disable IS NULL THEN w.status ELSE 'disabled' END, disabled_reason = COALESCE(x.disable, w.disabled_reason),
  disabled_at = CASE WHEN x.disable IS NULL THEN w.disabled_at ELSE x.at END
FROM x WHERE w.account_id = x.account_id AND w.id = x.id`,
);
