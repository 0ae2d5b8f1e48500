import { numberedRows, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { countFacts, type Fact } from "../reports/facts";
import { CLAIM_REQUEST, type ClaimRequest } from "./recipient-key";
import { type DeliveryKey, type NewEvent, recordEvents } from "../webhooks/record-events";
import type { Data } from "../database/open";
import { keyedTransaction } from "../database/transaction";

/** A recipient that was not claimed after all: to wait until `dueAt`, or to end. */
export interface PutBack extends ClaimRequest {
  status: string;
  rank: number;
  reason: string | null;
  /** Null: nothing more is waited for. */
  dueAt: Date | null;
  /** Written where the row was still as its request says. */
  events: NewEvent[];
  /** Counted where its entry is written. */
  facts?: Fact[];
  /** Only where the recipient has no entry yet of the same type and with this in its data: it is told once. */
  once?: object;
}

/** Moves unclaimed recipients by compare-and-set on when they were due; returns each one's deliveries to enqueue. */
export async function putBack(data: Data, items: PutBack[], now: Date): Promise<DeliveryKey[][]> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<{ i: number; told: boolean }>(PUT_BACK({ x: items }));
    const moved = rows.flatMap(({ i, told }) => (told ? [] : (items[i - 1] ?? [])));
    const deliveries = await recordEvents(
      client,
      moved.flatMap(({ events }) => events),
      now,
    );
    await countFacts(
      client,
      moved.flatMap(({ facts = [] }) => facts),
    );
    return items.map(({ events }) =>
      deliveries.filter(({ eventId }) => events.some(({ id }) => id === eventId)),
    );
  });
}

// Rows are locked in the order that all statements keep.
const PUT_BACK = statement(
  "put-back",
  {
    x: numberedRows<PutBack>({
      ...CLAIM_REQUEST,
      status: text(({ status }) => status),
      rank: smallint(({ rank }) => rank),
      reason: text.orNull(({ reason }) => reason),
      new_due: timestamptz.orNull(({ dueAt }) => dueAt),
      type: text.orNull(({ events: [event] }) => event?.type ?? null),
      once: text.orNull(({ once }) => (once ? JSON.stringify(once) : null)),
    }),
  },
  ({ x }) => `
WITH x AS (
  SELECT * FROM ${x}
), r AS (
  SELECT x.* FROM x JOIN recipients r USING (account_id, message_id, n, due_at)
  WHERE (r.status IN ('queued', 'scheduled')) IS TRUE
  ORDER BY account_id, message_id, n FOR UPDATE OF r
), moved AS (
  UPDATE recipients t SET status = r.status, rank = r.rank, reason = r.reason, due_at = r.new_due, admitted_until = NULL
  FROM r WHERE (t.account_id, t.message_id, t.n) = (r.account_id, r.message_id, r.n)
  RETURNING r.i
)
SELECT r.i::int AS i, r.once IS NOT NULL AND EXISTS (
  SELECT 1 FROM events e
  WHERE e.account_id = r.account_id AND e.subject_id = r.message_id AND e.n = r.n AND e.type = r.type AND e.data @> r.once::jsonb
) AS told
FROM moved JOIN r USING (i)`,
);
