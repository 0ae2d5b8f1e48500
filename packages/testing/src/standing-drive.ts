import { firstHour } from "@sendex/kit/day";
import type { Drive } from "./drive";
import { plain } from "@sendex/data/database/pools";

/** Puts counters of live mail where the roll-up leaves them, in an hour so many days ago. */
export async function seedCounts(
  { test, account }: Pick<Drive, "test" | "account">,
  counts: {
    sent: number;
    hurt: number;
    accepted?: number;
    daysAgo?: number;
    keyId?: string;
    template?: string;
  },
): Promise<void> {
  const { sent, hurt, accepted = 0, daysAgo = 1, keyId = "", template = "" } = counts;
  const hour = firstHour(test.clock.now(), daysAgo);
  const events = Object.entries({ sent, hurt, accepted }).filter(([, count]) => count > 0);
  await plain(test.context.data).query(
    `INSERT INTO statistics (account_id, hour, mode, event, domain, tag, template, tier, key_id, count)
     SELECT $1, $2, 'live', event, 'a.example', '', $3, 'new', $4, count FROM unnest($5::text[], $6::int[]) AS x(event, count)
     ON CONFLICT (account_id, hour, mode, event, domain, tag, template, tier, key_id) DO UPDATE SET count = statistics.count + EXCLUDED.count`,
    [
      account.accountId,
      hour,
      template,
      keyId,
      events.map(([event]) => event),
      events.map(([, count]) => count),
    ],
  );
}

export interface StandingRow {
  standing: string;
  standing_reason: string | null;
  tier: string;
  warned_at: Date | null;
  paused_sources: string[];
  crossed_on: Date | null;
}

export async function standingOf({ test, account }: Pick<Drive, "test" | "account">): Promise<StandingRow> {
  const { rows } = await plain(test.context.data).query<StandingRow>("SELECT * FROM accounts WHERE id = $1", [
    account.accountId,
  ]);
  const [row] = rows;
  if (!row) throw new Error("The account is gone.");
  return row;
}

/** Subjects of what was written to the owner, in order. */
export async function ownerMails({ test, account }: Pick<Drive, "test" | "account">): Promise<string[]> {
  const { rows } = await plain(test.context.data).query<{ subject: string }>(
    "SELECT subject FROM owner_mails WHERE account_id = $1 ORDER BY id",
    [account.accountId],
  );
  return rows.map(({ subject }) => subject);
}

/** Events about the account itself, as endpoints are told of them. */
export async function invalidations({
  test,
  account,
}: Pick<Drive, "test" | "account">): Promise<{ webhook: string; data: Record<string, unknown> }[]> {
  const { rows } = await plain(test.context.data).query<{ webhook: string; data: Record<string, unknown> }>(
    "SELECT webhook, data FROM events WHERE account_id = $1 AND subject_type = 'account' ORDER BY id",
    [account.accountId],
  );
  return rows;
}
