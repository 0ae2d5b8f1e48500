import { arrayOf, boolean, rows, smallint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Target } from "../reports/targets";
import type { Transaction } from "../database/transaction";

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
export async function settleExpired(client: Transaction, settlements: Settlement[]): Promise<void> {
  if (settlements.length === 0) return;
  await client.query(SETTLE({ x: settlements }));
}

/** The policies of these accounts for outcomes that stay unknown. */
export async function unknownPolicies(
  client: Transaction,
  accountIds: string[],
): Promise<Map<string, "resend" | "fail">> {
  const { rows } = await client.query<{ id: string; unknown_policy: "resend" | "fail" }>(
    UNKNOWN_POLICIES({ accountIds }),
  );
  return new Map(rows.map((row) => [row.id, row.unknown_policy]));
}

const SETTLE = statement(
  "settle-expired",
  {
    x: rows<Settlement>({
      account_id: text(({ target }) => target.accountId),
      message_id: text(({ target }) => target.messageId),
      n: smallint(({ target }) => target.n),
      status: text(({ status }) => status),
      rank: smallint(({ rank }) => rank),
      reason: text.orNull(({ reason }) => reason),
      ladder_step: smallint(({ ladderStep }) => ladderStep),
      unknown: boolean(({ unknown }) => unknown),
      due_at: timestamptz.orNull(({ dueAt }) => dueAt),
      lease_until: timestamptz.orNull(({ leaseUntil }) => leaseUntil),
      suspect: boolean(({ suspect }) => suspect),
      crashes: smallint(({ crashes }) => crashes),
    }),
  },
  ({ x }) => `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ladder_step = x.ladder_step, unknown = x.unknown,
  due_at = x.due_at, lease_until = x.lease_until, admitted_until = NULL, suspect = x.suspect, crashes = x.crashes
FROM ${x} WHERE (r.account_id, r.message_id, r.n) = (x.account_id, x.message_id, x.n)`,
);

const UNKNOWN_POLICIES = unpreparedStatement(
  { accountIds: arrayOf(text) },
  (p) => `SELECT id, unknown_policy FROM accounts WHERE id = ANY (${p.accountIds}::text[])`,
);
