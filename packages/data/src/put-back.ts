import { type Data, transaction } from "./open";
import type { Turn } from "./claim-recipients";
import { type DeliveryKey, type NewEvent, recordEvents } from "./record-events";

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
}

/** Moves unclaimed recipients by compare-and-set on their turn; returns the deliveries to enqueue. */
export async function putBack(data: Data, items: PutBack[], now: Date): Promise<DeliveryKey[]> {
  return transaction(data, async (client) => {
    const { rows } = await client.query<{ i: number }>({
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
      ],
    });
    const moved = rows.flatMap(({ i }) => items[i - 1]?.events ?? []);
    return recordEvents(client, moved, now);
  });
}

const PUT_BACK = `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, due_at = x.new_due, admitted_until = NULL
FROM unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[], $5::text[], $6::smallint[], $7::text[], $8::timestamptz[])
  WITH ORDINALITY AS x(account_id, message_id, n, due_at, status, rank, reason, new_due, i)
WHERE (r.account_id, r.message_id, r.n, r.due_at) = (x.account_id, x.message_id, x.n, x.due_at) AND r.status IN ('queued', 'scheduled')
RETURNING x.i::int AS i`;
