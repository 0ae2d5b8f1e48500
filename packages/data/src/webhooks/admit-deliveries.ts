import { ENDPOINT_WINDOW } from "@sendex/core/sending/admission";
import type { TryKey } from "./due-deliveries";
import { bigint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** For an endpoint that only fails: enough to notice that it responds again. */
const PROBES = 4;
/** Of an endpoint that was deleted or disabled: so many go at a time, whatever they waited for. */
const DROPPED = 1_000;
/** Endpoints looked at in one go; the next one goes on from there. */
const ENDPOINTS = 1_000;

export interface DeliveryAdmission {
  now: Date;
  /** Until when a queue is believed to hold what is admitted. */
  until: Date;
  limit: number;
  /** The endpoint that the last admission ended at; empty to begin with the first. */
  after: string;
}

/**
 * Takes deliveries that are due and in no queue's window, and marks them as admitted. Endpoints take turns: each has
 * its oldest `ENDPOINT_WINDOW` in hand, whatever waits behind them, and under `limit` everyone's first comes before anyone's
 * second; what an endpoint left behind that is gone is dropped. So neither a backlog nor a hanging endpoint delays another's.
 * @returns what was admitted, and the `after` of the next call
 */
export async function admitDeliveries(
  data: Data,
  { now, until, limit, after }: DeliveryAdmission,
): Promise<{ deliveries: TryKey[]; after: string }> {
  const { rows } = await plain(data).query<AdmittedRow>(ADMIT_DELIVERIES({ now, until, limit, after }));
  return {
    deliveries: rows.flatMap(({ account_id, event_id, webhook_id, attempts }) =>
      account_id === null || event_id === null || webhook_id === null || attempts === null
        ? []
        : [{ accountId: account_id, eventId: event_id, webhookId: webhook_id, attempts }],
    ),
    after: rows[0]?.after ?? "",
  };
}

/** `after` comes with every row, and alone where nothing was admitted. */
interface AdmittedRow {
  after: string | null;
  account_id: string | null;
  event_id: string | null;
  webhook_id: string | null;
  attempts: number | null;
}

// The walk costs one look into the index an endpoint, however much waits there. An endpoint's window counts what is
// admitted already: while its oldest are in a worker's hands, none of the younger ones follow.
const ADMIT_DELIVERIES = statement(
  "admit-deliveries",
  { now: timestamptz, until: timestamptz, limit: bigint, after: text },
  (p) => `
WITH RECURSIVE endpoint AS (
  (SELECT account_id, webhook_id AS id, 1 AS i FROM deliveries WHERE due_at IS NOT NULL AND webhook_id > ${p.after} ORDER BY webhook_id LIMIT 1)
  UNION ALL
  SELECT next.account_id, next.webhook_id, e.i + 1 FROM endpoint e CROSS JOIN LATERAL (
    SELECT d.account_id, d.webhook_id FROM deliveries d WHERE d.due_at IS NOT NULL AND d.webhook_id > e.id ORDER BY d.webhook_id LIMIT 1
  ) next
  WHERE e.i < ${ENDPOINTS}
), known AS (
  SELECT e.id, w.id IS NULL AS gone, w.failing_since IS NOT NULL AS failing
  FROM endpoint e LEFT JOIN webhooks w ON w.account_id = e.account_id AND w.id = e.id AND w.status = 'enabled'
), gone AS (
  SELECT d.* FROM known e CROSS JOIN LATERAL (
    SELECT due.account_id, due.event_id, due.webhook_id FROM deliveries due
    WHERE due.webhook_id = e.id AND due.due_at IS NOT NULL ORDER BY due.due_at, due.event_id LIMIT ${DROPPED} FOR UPDATE SKIP LOCKED
  ) d
  WHERE e.gone
), dropped AS (
  UPDATE deliveries d SET status = 'dropped', due_at = NULL, admitted_until = NULL FROM gone g
  WHERE (d.account_id, d.event_id, d.webhook_id) = (g.account_id, g.event_id, g.webhook_id)
), turn AS (
  SELECT d.*, e.failing, row_number() OVER (PARTITION BY d.webhook_id ORDER BY d.due_at, d.event_id) AS place
  FROM known e CROSS JOIN LATERAL (
    SELECT due.account_id, due.event_id, due.webhook_id, due.due_at, due.admitted_until FROM deliveries due
    WHERE due.webhook_id = e.id AND due.due_at <= ${p.now} ORDER BY due.due_at, due.event_id LIMIT ${ENDPOINT_WINDOW}
  ) d
  WHERE NOT e.gone
), chosen AS (
  SELECT account_id, event_id, webhook_id FROM turn
  WHERE (admitted_until IS NULL OR admitted_until < ${p.now}) AND (place <= ${PROBES} OR NOT failing)
  ORDER BY place, due_at LIMIT ${p.limit}
), locked AS (
  SELECT d.account_id, d.event_id, d.webhook_id FROM chosen c JOIN deliveries d USING (account_id, event_id, webhook_id)
  WHERE d.status = 'pending' AND d.due_at <= ${p.now} AND (d.admitted_until IS NULL OR d.admitted_until < ${p.now})
  FOR UPDATE OF d SKIP LOCKED
), admitted AS (
  UPDATE deliveries d SET admitted_until = ${p.until} FROM locked l
  WHERE (d.account_id, d.event_id, d.webhook_id) = (l.account_id, l.event_id, l.webhook_id)
  RETURNING d.account_id, d.event_id, d.webhook_id, d.attempts
)
SELECT (SELECT max(id) FROM endpoint HAVING max(i) = ${ENDPOINTS}) AS after, a.*
FROM (SELECT) one LEFT JOIN admitted a ON true`,
);
