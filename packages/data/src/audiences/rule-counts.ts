import type { SegmentRule } from "@sendex/core/audiences/rule";
import { mode as modeType, text } from "../database/parameters";
import { composed } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
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
  { accountId, mode }: AudienceOwner,
  rule: SegmentRule,
  { now, also: other, notReachedBy = [] }: Asked,
): Promise<{ contacts: number; also: number }> {
  const { rows } = await plain(data).query<{ contacts: number; also: number }>(
    composed((place) => {
      const asking = newAsking(place, now, accountId);
      const belongs = ruleCondition(rule, asking);
      const missed = notReachedBy.length === 0 ? "" : ` AND ${reachedAll(asking, notReachedBy)} IS NULL`;
      const also = other ? ruleCondition(other, asking) : "true";
      return `
SELECT count(*)::int AS contacts, count(*) FILTER (WHERE ${also})::int AS also FROM contacts c ${joinsOf(asking)}
WHERE c.account_id = ${place(text, accountId)} AND c.mode = ${place(modeType, mode)} AND ${belongs}${missed}`;
    }),
  );
  return rows[0] ?? { contacts: 0, also: 0 };
}
