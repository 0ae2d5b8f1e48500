import type { SegmentRule } from "@sendex/core/audiences/rule";
import { mode as modeType, text } from "../database/parameters";
import { composed, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { transaction } from "../database/transaction";
import { joinsOf, newAsking, reachedAll } from "./rule-joins";
import { ruleCondition } from "./rules";
import type { AudienceOwner } from "./segments";

interface Asked {
  now: Date;
  /** A rule that is asked of those that the first holds of. */
  also?: SegmentRule;
  /** Only whom none of these broadcasts reached. */
  notReachedBy?: readonly string[];
}

/** How many contacts a rule holds of, and of how many of them another rule holds also. */
export async function countByRule(
  data: Data,
  owner: AudienceOwner,
  rule: SegmentRule,
  { now, also: other, notReachedBy = [] }: Asked,
): Promise<{ contacts: number; also: number }> {
  return transaction(data, async (client) => {
    await client.query(IN_ONE_PASS({}));
    const asked = { now, notReachedBy, ...(other && { also: other }) };
    const { rows } = await client.query<{ contacts: number; also: number }>(count(owner, rule, asked));
    return rows[0] ?? { contacts: 0, also: 0 };
  });
}

function count(
  { accountId, mode }: AudienceOwner,
  rule: SegmentRule,
  { now, also: other, notReachedBy = [] }: Asked,
) {
  return composed((place) => {
    const asking = newAsking(place, now, accountId);
    const belongs = ruleCondition(rule, asking);
    const missed = notReachedBy.length === 0 ? "" : ` AND ${reachedAll(asking, notReachedBy)} IS NULL`;
    const also = other ? ruleCondition(other, asking) : "true";
    return `
SELECT count(*)::int AS contacts, count(*) FILTER (WHERE ${also})::int AS also FROM contacts c ${joinsOf(asking)}
WHERE c.account_id = ${place(text, accountId)} AND c.mode = ${place(modeType, mode)} AND ${belongs}${missed}`;
  });
}

/**
 * Each table is read once, in the order of its key where that saves a sort. PostgreSQL guesses that a condition of texts leaves
 * few contacts, and would look each of them up; its workers take more processor time than they save (docs/performance.md).
 */
const IN_ONE_PASS = unpreparedStatement(
  {},
  () =>
    `SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('random_page_cost', '1.1', true),
  set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)`,
);
