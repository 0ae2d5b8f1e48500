import { ALL_TOPICS, type Choice, type SubscriptionSource } from "@sendex/core/audiences/subscription";
import { arrayOf, boolean, mode as modeType, rows, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plainOr, type Transaction } from "../database/transaction";
import type { AudienceOwner } from "./segments";

/** What is chosen for an address about one topic, or about all with ALL_TOPICS. */
export interface ChoiceRow extends Choice {
  address: string;
  source: SubscriptionSource;
  messageId: string | null;
}

/** What was chosen for each of these addresses. */
export async function readChoices(
  where: Data | Transaction,
  owner: AudienceOwner,
  addresses: readonly string[],
): Promise<Map<string, Choice[]>> {
  const { rows: found } = await plainOr(where).query<{ address: string } & Row>(
    READ({ ...owner, addresses }),
  );
  const choices = new Map<string, Choice[]>(addresses.map((address) => [address, []]));
  for (const { address, topic_id: topicId, subscribed, until } of found)
    choices.get(address)?.push({ topicId, subscribed, until });
  return choices;
}

interface Row {
  topic_id: string;
  subscribed: boolean;
  until: Date | null;
}

/** Writes choices, the later over the earlier. Their rows are locked in the order of their keys. */
export async function choose(
  client: Transaction,
  { accountId, mode }: AudienceOwner,
  choices: readonly ChoiceRow[],
  now: Date,
): Promise<void> {
  if (choices.length === 0) return;
  const last = new Map(choices.map((choice) => [`${choice.address} ${choice.topicId}`, choice]));
  const x = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, choice]) => choice);
  await client.query(CHOOSE({ accountId, mode, x, now }));
}

/**
 * In a statement, why mail `m` (account_id, mode, priority, topic_id, address) is not wanted, as `Unwanted` has it, or null.
 * Only mail that can be left is looked up. `now` is a time. Source: core/audiences/subscription.ts
 */
export function unwanted(m: string, now: string): string {
  const key = `s.account_id = ${m}.account_id AND s.mode = ${m}.mode AND s.address = lower(${m}.address)`;
  const held = `(s.until IS NULL OR s.until > ${now})`;
  return `CASE WHEN ${m}.priority = 'bulk' OR ${m}.topic_id IS NOT NULL THEN CASE
    WHEN EXISTS (SELECT FROM subscriptions s WHERE ${key} AND s.topic_id = '${ALL_TOPICS}' AND NOT s.subscribed AND ${held}) THEN 'opted_out'
    WHEN EXISTS (SELECT FROM contacts p WHERE p.account_id = ${m}.account_id AND p.mode = ${m}.mode AND p.address = lower(${m}.address)
      AND p.pending_until IS NOT NULL) THEN 'not_confirmed'
    WHEN ${m}.topic_id IS NOT NULL AND NOT COALESCE(
      (SELECT s.subscribed FROM subscriptions s WHERE ${key} AND s.topic_id = ${m}.topic_id AND ${held}),
      (SELECT t.subscribed FROM topics t WHERE t.account_id = ${m}.account_id AND t.id = ${m}.topic_id), true) THEN 'opted_out_of_topic'
  END END`;
}

/** In a statement, whether contact `c` has left all mail that one can leave. `now` is a time. */
export const hasLeft = (c: string, now: string) => `EXISTS (SELECT FROM subscriptions s
  WHERE s.account_id = ${c}.account_id AND s.mode = ${c}.mode AND s.address = ${c}.address AND s.topic_id = '${ALL_TOPICS}'
    AND NOT s.subscribed AND (s.until IS NULL OR s.until > ${now}))`;

const READ = statement(
  "read-choices",
  { accountId: text, mode: modeType, addresses: arrayOf(text) },
  (p) => `
SELECT address, topic_id, subscribed, until FROM subscriptions
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND address = ANY (${p.addresses}::text[])`,
);

const CHOOSE = statement(
  "choose-subscriptions",
  {
    accountId: text,
    mode: modeType,
    now: timestamptz,
    x: rows<ChoiceRow>({
      address: text(({ address }) => address),
      topic_id: text(({ topicId }) => topicId),
      subscribed: boolean(({ subscribed }) => subscribed),
      until: timestamptz.orNull(({ until }) => until),
      source: text(({ source }) => source),
      message_id: text.orNull(({ messageId }) => messageId),
    }),
  },
  ({ accountId, mode, now, x }) => `
INSERT INTO subscriptions (account_id, mode, address, topic_id, subscribed, until, source, message_id, changed_at)
SELECT ${accountId}, ${mode}, address, topic_id, subscribed, until, source, message_id, ${now} FROM ${x}
ON CONFLICT (account_id, mode, address, topic_id) DO UPDATE SET subscribed = EXCLUDED.subscribed, until = EXCLUDED.until,
  source = EXCLUDED.source, message_id = EXCLUDED.message_id, changed_at = EXCLUDED.changed_at`,
);
