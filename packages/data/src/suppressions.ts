import type { PoolClient } from "pg";

export interface NewSuppression {
  accountId: string;
  /** Lower-case. */
  address: string;
  reason: "bounce" | "complaint";
  messageId: string;
}

/** Adds addresses to the accounts' lists. A complaint replaces a bounce; nothing replaces a complaint. */
export async function suppress(client: PoolClient, suppressions: NewSuppression[], now: Date): Promise<void> {
  const one = new Map<string, NewSuppression>();
  for (const suppression of suppressions) {
    const name = `${suppression.accountId} ${suppression.address}`;
    if (one.get(name)?.reason !== "complaint") one.set(name, suppression);
  }
  const rows = [...one.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
  if (rows.length === 0) return;
  await client.query({
    name: "suppress",
    text: SUPPRESS,
    values: [
      rows.map(({ accountId }) => accountId),
      rows.map(({ address }) => address),
      rows.map(({ reason }) => reason),
      rows.map(({ messageId }) => messageId),
      now,
    ],
  });
}

const SUPPRESS = `
INSERT INTO suppressions (account_id, address, reason, origin, message_id, created_at)
SELECT account_id, address, reason, 'ses', message_id, $5
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS x(account_id, address, reason, message_id)
ON CONFLICT (account_id, address) DO UPDATE
  SET reason = EXCLUDED.reason, origin = EXCLUDED.origin, message_id = EXCLUDED.message_id, created_at = EXCLUDED.created_at, expires_at = NULL
  WHERE suppressions.reason <> 'complaint' AND EXCLUDED.reason = 'complaint' OR suppressions.expires_at IS NOT NULL`;
