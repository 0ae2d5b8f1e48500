import { type Data, transaction } from "../database/open";
import type { Turn } from "./claim";
import { type DeliveryKey, type NewEvent, recordEvents } from "../webhooks/record-events";

/** A recipient that was not claimed after all: to wait until `dueAt`, or to end. */
export interface PutBack {
  turn: Turn;
  status: string;
  rank: number;
  reason: string | null;
  /** Null: nothing more is waited for. */
  dueAt: Date | null;
  /** Written where the row was still as the turn says. */
  events: NewEvent[];
  /** Only where the recipient has no entry yet of the same type and with this in its data: it is told once. */
  once?: object;
}

/** Moves unclaimed recipients by compare-and-set on their turn; returns each one's deliveries to enqueue. */
export async function putBack(data: Data, items: PutBack[], now: Date): Promise<DeliveryKey[][]> {
  return transaction(data, async (client) => {
    const { rows } = await client.query<{ i: number; told: boolean }>({
      name: "put-back",
      text: PUT_BACK,
      values: [
        items.map(({ turn }) => turn.accountId),
        items.map(({ turn }) => turn.messageId),
        items.map(({ turn }) => turn.n),
        items.map(({ turn }) => new Date(turn.due)),
        items.map(({ status }) => status),
        items.map(({ rank }) => rank),
        items.map(({ reason }) => reason),
        items.map(({ dueAt }) => dueAt),
        items.map(({ events: [event] }) => event?.type ?? null),
        items.map(({ once }) => (once ? JSON.stringify(once) : null)),
      ],
    });
    const moved = rows.flatMap(({ i, told }) => (told ? [] : (items[i - 1]?.events ?? [])));
    const deliveries = await recordEvents(client, moved, now);
    return items.map(({ events }) =>
      deliveries.filter(({ eventId }) => events.some(({ id }) => id === eventId)),
    );
  });
}

// Rows are locked in one order for everybody.
const PUT_BACK = `
WITH x AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[], $5::text[], $6::smallint[], $7::text[], $8::timestamptz[],
    $9::text[], $10::text[]) WITH ORDINALITY AS x(account_id, message_id, n, due_at, status, rank, reason, new_due, type, once, i)
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
FROM moved JOIN r USING (i)`;
