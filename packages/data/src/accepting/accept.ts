import { acceptStatement } from "./statement";
import type { Stored, Submission } from "./submission";
import type { Data } from "../database/open";
import { type Transaction, plainOr } from "../database/transaction";

/**
 * Stores a group of submissions with one statement, and so with one commit: the idempotency keys first (the losers'
 * messages are left out), then messages, recipients, sealed contents, the first timeline entry, its webhook deliveries
 * and the count. Standing and revocation are joined in here, since what the caller was told by a cache is only a hint.
 * Live mail of an account with a ledger of credits comes back as `metered`, unless the caller's transaction debits its
 * credits.
 */
export async function acceptMessages(
  where: Data | Transaction,
  submissions: Submission[],
  { metered }: { metered: boolean } = { metered: false },
): Promise<Stored[]> {
  const repeated = repeatedKeys(submissions);
  const first = submissions.filter((_, index) => !repeated.has(index));
  const { rows: answers } = await plainOr(where).query<Answer>(acceptStatement(first, metered));
  const outcomes = byNumber(answers);
  let number = 0;
  return submissions.map((_, index): Stored => {
    if (repeated.has(index)) return { outcome: "duplicate" };
    const answer = outcomes.get(number);
    number += 1;
    return answer ?? { outcome: "revoked" };
  });
}

interface Answer {
  i: number;
  outcome: Exclude<Stored["outcome"], "insufficient">;
  account_id: string | null;
  event_id: string | null;
  webhook_id: string | null;
}

/** Indexes of submissions whose idempotency key stands earlier in the same group. */
function repeatedKeys(submissions: Submission[]): Set<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  submissions.forEach(({ accountId, mode, idempotency }, index) => {
    if (!idempotency) return;
    const name = JSON.stringify([accountId, mode, idempotency.surface, idempotency.key]);
    if (seen.has(name)) repeated.add(index);
    seen.add(name);
  });
  return repeated;
}

function byNumber(answers: Answer[]): Map<number, Stored> {
  const outcomes = new Map<number, Stored>();
  for (const { i, outcome, account_id, event_id, webhook_id } of answers) {
    const known = outcomes.get(i) ?? (outcome === "stored" ? { outcome, deliveries: [] } : { outcome });
    if (known.outcome === "stored" && account_id && event_id && webhook_id)
      known.deliveries.push({ accountId: account_id, eventId: event_id, webhookId: webhook_id });
    outcomes.set(i, known);
  }
  return outcomes;
}
