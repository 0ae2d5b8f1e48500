import type { EventData } from "@sendex/core/webhooks/event";
import { numberedRows, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Transaction } from "../database/transaction";
import type { NewEvent } from "../webhooks/record-events";

/** What of an entry says which one it is. */
type Named = Pick<NewEvent, "accountId" | "messageId" | "n" | "type" | "at"> & { data: EventData };

/**
 * Which of these entries about locked recipients their timelines have already: of the same type and time, for a click of
 * the same link; `sent` of the same attempt, whose time is ours or SES's.
 */
export async function knownEntries(client: Transaction, entries: Named[]): Promise<boolean[]> {
  if (entries.length === 0) return [];
  const { rows } = await client.query<{ i: number }>(KNOWN({ x: entries }));
  const known = new Set(rows.map(({ i }) => i));
  return entries.map((_, i) => known.has(i + 1));
}

// Without a bound on the ids: with one, a plan may go through an account's events by their key.
const KNOWN = statement(
  "known-entries",
  {
    x: numberedRows<Named>({
      account_id: text(({ accountId }) => accountId),
      message_id: text(({ messageId }) => messageId),
      n: smallint.orNull(({ n }) => n),
      type: text(({ type }) => type),
      at: timestamptz(({ at }) => at),
      attempt: text.orNull(({ data }) => data.attempt?.toString() ?? null),
      link: text.orNull(({ data }) => data.click?.link ?? null),
    }),
  },
  ({ x }) => `
SELECT DISTINCT x.i::int AS i FROM ${x}
JOIN events e ON e.account_id = x.account_id AND e.subject_id = x.message_id
WHERE e.n = x.n AND e.type = x.type AND CASE WHEN x.type = 'sent' THEN (e.data ->> 'attempt') IS NOT DISTINCT FROM x.attempt
  ELSE e.at = x.at AND (e.data #>> '{click,link}') IS NOT DISTINCT FROM x.link END`,
);
