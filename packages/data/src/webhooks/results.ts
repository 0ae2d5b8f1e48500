import type { Pool, PoolClient } from "pg";
import type { DeliveryTurn } from "./due-deliveries";
import { type Data, transaction } from "../database/open";
import { type NewDeadLetter, putDeadLetters } from "../sending/dead-letters";
import type { DeliveryKey } from "./record-events";

/** What a try came to. */
export interface DeliveryResult extends DeliveryKey {
  /** Ordinal of this try, from 1. */
  attempt: number;
  at: Date;
  /** Null where no answer came. */
  httpStatus: number | null;
  ms: number;
  response: string | null;
  error: string | null;
  status: "pending" | "succeeded" | "failed";
  dueAt: Date | null;
  /** Set: the endpoint is disabled with this reason. */
  disable: string | null;
  /** Set: it is given up with this try. */
  deadLetter: NewDeadLetter | null;
}

/** Records a group of tries, moves their deliveries on and keeps the endpoints' health, in one transaction. */
export async function recordDeliveries(data: Data, results: DeliveryResult[]): Promise<void> {
  await transaction(data, async (client) => {
    await recordAttempts(client, results);
    const moved = await moveDeliveries(client, results);
    await putDeadLetters(
      client,
      moved.flatMap(({ deadLetter }) => deadLetter ?? []),
    );
    await keepHealth(client, results);
  });
}

/** Nothing more will be tried for these. */
export async function dropDeliveries(pool: Pool, keys: DeliveryKey[]): Promise<void> {
  await pool.query({ name: "drop-deliveries", text: DROP, values: keyColumns(keys) });
}

/** Deliveries whose endpoint has all it takes in hand: they come back later, with no try used up. */
export async function postponeDeliveries(
  pool: Pool,
  items: (DeliveryTurn & { dueAt: Date })[],
): Promise<void> {
  await pool.query({
    name: "postpone-deliveries",
    text: POSTPONE,
    values: [...keyColumns(items), items.map(({ attempts }) => attempts), items.map(({ dueAt }) => dueAt)],
  });
}

async function recordAttempts(client: PoolClient, results: DeliveryResult[]): Promise<void> {
  const text = `
    INSERT INTO delivery_attempts (account_id, event_id, webhook_id, attempt, at, status, ms, response, error)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::timestamptz[], $6::smallint[], $7::int[], $8::text[], $9::text[])
    ON CONFLICT DO NOTHING`;
  await client.query({
    name: "delivery-attempts",
    text,
    values: [
      ...keyColumns(results),
      results.map(({ attempt }) => attempt),
      results.map(({ at }) => at),
      results.map(({ httpStatus }) => httpStatus),
      results.map(({ ms }) => ms),
      results.map(({ response }) => response),
      results.map(({ error }) => error),
    ],
  });
}

/** Returns the results that counted. */
async function moveDeliveries(client: PoolClient, results: DeliveryResult[]): Promise<DeliveryResult[]> {
  const { rows } = await client.query<{ i: number }>({
    name: "delivery-moves",
    text: MOVE,
    values: [
      ...keyColumns(results),
      results.map(({ attempt }) => attempt),
      results.map(({ status }) => status),
      results.map(({ dueAt }) => dueAt),
    ],
  });
  return rows.flatMap(({ i }) => results[i - 1] ?? []);
}

/** Touches an endpoint's row only when its health changes, so that healthy endpoints cost no writes. */
async function keepHealth(client: PoolClient, results: DeliveryResult[]): Promise<void> {
  const healths = healthOf(results);
  await client.query({
    name: "delivery-health",
    text: KEEP_HEALTH,
    values: [
      healths.map(({ accountId }) => accountId),
      healths.map(({ webhookId }) => webhookId),
      healths.map(({ failedAt }) => failedAt),
      healths.map(({ disable }) => disable),
    ],
  });
}

interface Health {
  accountId: string;
  webhookId: string;
  /** Null: something got through. */
  failedAt: Date | null;
  disable: string | null;
}

/** One line an endpoint: a single success in the group speaks for its health. */
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
    });
  }
  return [...healths.values()];
}

function keyColumns(results: DeliveryKey[]): string[][] {
  return [
    results.map(({ accountId }) => accountId),
    results.map(({ eventId }) => eventId),
    results.map(({ webhookId }) => webhookId),
  ];
}

// All of these lock their rows in one order for everybody.
const MOVE = `
WITH d AS (
  SELECT x.* FROM deliveries d
  JOIN unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::timestamptz[])
    WITH ORDINALITY AS x(account_id, event_id, webhook_id, attempt, status, due_at, i) USING (account_id, event_id, webhook_id)
  WHERE d.status = 'pending' AND d.attempts = x.attempt - 1 ORDER BY d.event_id, d.webhook_id FOR UPDATE OF d
)
UPDATE deliveries t SET attempts = d.attempt, status = d.status::delivery_status, due_at = d.due_at, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)
RETURNING d.i::int AS i`;

const DROP = `
WITH d AS (
  SELECT d.account_id, d.event_id, d.webhook_id FROM deliveries d
  JOIN unnest($1::text[], $2::text[], $3::text[]) AS x(account_id, event_id, webhook_id) USING (account_id, event_id, webhook_id)
  WHERE d.status = 'pending' ORDER BY d.event_id, d.webhook_id FOR UPDATE OF d
)
UPDATE deliveries t SET status = 'dropped', due_at = NULL, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)`;

const POSTPONE = `
WITH d AS (
  SELECT d.account_id, d.event_id, d.webhook_id, x.due_at FROM deliveries d
  JOIN unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::timestamptz[]) AS x(account_id, event_id, webhook_id, attempts, due_at)
    USING (account_id, event_id, webhook_id, attempts)
  WHERE d.status = 'pending' ORDER BY d.event_id, d.webhook_id FOR UPDATE OF d
)
UPDATE deliveries t SET due_at = d.due_at, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)`;

const KEEP_HEALTH = `
WITH x AS (
  SELECT x.* FROM webhooks w
  JOIN unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[]) AS x(account_id, id, failed_at, disable) USING (account_id, id)
  WHERE (w.failing_since IS NULL) <> (x.failed_at IS NULL) OR x.disable IS NOT NULL
  ORDER BY w.id FOR UPDATE OF w
)
UPDATE webhooks w SET failing_since = CASE WHEN x.failed_at IS NULL THEN NULL ELSE COALESCE(w.failing_since, x.failed_at) END,
  status = CASE WHEN x.disable IS NULL THEN w.status ELSE 'disabled' END, disabled_reason = COALESCE(x.disable, w.disabled_reason)
FROM x WHERE w.account_id = x.account_id AND w.id = x.id`;
