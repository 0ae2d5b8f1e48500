import type { PoolClient } from "pg";
import type { Target } from "../reports/targets";

/** What becomes of a recipient whose lease ran out, whose process ended, or for whom no evidence came. */
export interface Settlement {
  target: Target;
  status: string;
  rank: number;
  reason: string | null;
  ladderStep: number;
  unknown: boolean;
  dueAt: Date | null;
  leaseUntil: Date | null;
  suspect: boolean;
  crashes: number;
}

/** Writes settlements; their targets must be locked by the same transaction. */
export async function settleExpired(client: PoolClient, settlements: Settlement[]): Promise<void> {
  if (settlements.length === 0) return;
  await client.query({
    name: "settle-expired",
    text: SETTLE,
    values: [
      settlements.map(({ target }) => target.accountId),
      settlements.map(({ target }) => target.messageId),
      settlements.map(({ target }) => target.n),
      settlements.map(({ status }) => status),
      settlements.map(({ rank }) => rank),
      settlements.map(({ reason }) => reason),
      settlements.map(({ ladderStep }) => ladderStep),
      settlements.map(({ unknown }) => unknown),
      settlements.map(({ dueAt }) => dueAt),
      settlements.map(({ leaseUntil }) => leaseUntil),
      settlements.map(({ suspect }) => suspect),
      settlements.map(({ crashes }) => crashes),
    ],
  });
}

/** The policies of these accounts for outcomes that stay unknown. */
export async function unknownPolicies(
  client: PoolClient,
  accountIds: string[],
): Promise<Map<string, "resend" | "fail">> {
  const { rows } = await client.query<{ id: string; unknown_policy: "resend" | "fail" }>(
    "SELECT id, unknown_policy FROM accounts WHERE id = ANY ($1::text[])",
    [accountIds],
  );
  return new Map(rows.map((row) => [row.id, row.unknown_policy]));
}

const SETTLE = `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ladder_step = x.ladder_step, unknown = x.unknown,
  due_at = x.due_at, lease_until = x.lease_until, admitted_until = NULL, suspect = x.suspect, crashes = x.crashes
FROM unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::smallint[], $6::text[], $7::smallint[], $8::boolean[], $9::timestamptz[], $10::timestamptz[],
  $11::boolean[], $12::smallint[])
  AS x(account_id, message_id, n, status, rank, reason, ladder_step, unknown, due_at, lease_until, suspect, crashes)
WHERE (r.account_id, r.message_id, r.n) = (x.account_id, x.message_id, x.n)`;
