import { type Costly, creditsFor, FIRST_LOOK_MS, takeFitting } from "@sendex/core/credits";
import { acceptMessages } from "./accept";
import { enterCredits, lockCredits, type NewCreditEntry } from "../credits/entries";
import { int, rows, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Stored, Submission } from "./submission";
import type { Data } from "../database/open";
import { type Transaction, transaction } from "../database/transaction";

interface Waiting extends Costly {
  i: number;
  submission: Submission;
}

/**
 * Stores a group of submissions of accounts with a ledger of credits, in one transaction: their rows are locked, so
 * the balances hold; what can be paid for is stored by the same statement as all mail; what it stored is debited, one
 * line a submission, and a duplicate costs nothing. The others are `insufficient`.
 * @param scale RETRY_TIME_SCALE, of the first look at what may be refunded
 */
export async function acceptMetered(
  data: Data,
  submissions: Submission[],
  now: Date,
  scale: number,
): Promise<Stored[]> {
  return transaction(data, (client) => acceptMeteredIn(client, submissions, now, scale));
}

/** The same in a caller's transaction. */
export async function acceptMeteredIn(
  client: Transaction,
  submissions: Submission[],
  now: Date,
  scale: number,
): Promise<Stored[]> {
  const balances = await lockCredits(
    client,
    submissions.map(({ accountId }) => accountId),
  );
  const { outcomes, paid } = await storeFitting(client, submissions, balances);
  await enterCredits(client, balances, paid.map(debitOf), now);
  await holdCredits(client, paid, scale);
  return submissions.map(
    ({ accountId }, i) =>
      outcomes.get(i) ?? { outcome: "insufficient", balance: left(balances, paid, accountId) },
  );
}

/** A submission that turns out to be a duplicate costs nothing, so others may fit after all: they are tried again. */
async function storeFitting(
  client: Transaction,
  submissions: Submission[],
  balances: Map<string, number | null>,
): Promise<{ outcomes: Map<number, Stored>; paid: Waiting[] }> {
  const outcomes = new Map<number, Stored>();
  const paid: Waiting[] = [];
  let waiting = submissions.map((submission, i): Waiting => {
    const { accountId, mode, messages } = submission;
    return { i, submission, accountId, need: mode === "live" ? creditsFor(messages) : 0 };
  });
  for (;;) {
    const rest = new Map([...balances.keys()].map((id) => [id, left(balances, paid, id)]));
    const { fitting, left: tooDear } = takeFitting(waiting, rest);
    if (fitting.length === 0) return { outcomes, paid };
    const stored = await acceptMessages(
      client,
      fitting.map(({ submission }) => submission),
      { metered: true },
    );
    fitting.forEach((one, place) => {
      const outcome = stored[place];
      if (outcome) outcomes.set(one.i, outcome);
      if (outcome?.outcome === "stored" && one.need > 0 && typeof balances.get(one.accountId) === "number")
        paid.push(one);
    });
    waiting = tooDear;
  }
}

function left(balances: Map<string, number | null>, paid: Waiting[], accountId: string): number {
  const spent = paid.filter((one) => one.accountId === accountId).reduce((sum, { need }) => sum + need, 0);
  return (balances.get(accountId) ?? Infinity) - spent;
}

function debitOf({ accountId, need, submission: { messages } }: Waiting): NewCreditEntry {
  const note = messages.length > 1 ? `${messages.length} messages, from this one on` : null;
  return { accountId, kind: "debit", amount: -need, messageId: messages[0]?.id ?? null, note };
}

async function holdCredits(client: Transaction, paid: Waiting[], scale: number): Promise<void> {
  const holds = paid.flatMap(({ accountId, submission: { messages } }) =>
    messages.map(({ id, recipients, createdAt, scheduledAt }) => ({
      accountId,
      id,
      amount: recipients.length,
      dueAt: new Date((scheduledAt ?? createdAt).getTime() + FIRST_LOOK_MS * scale),
    })),
  );
  if (holds.length > 0) await client.query(HOLD({ hold: holds }));
}

const HOLD = statement(
  "hold-credits",
  {
    hold: rows<{ accountId: string; id: string; amount: number; dueAt: Date }>({
      account_id: text(({ accountId }) => accountId),
      message_id: text(({ id }) => id),
      amount: int(({ amount }) => amount),
      due_at: timestamptz(({ dueAt }) => dueAt),
    }),
  },
  ({ hold }) => `
INSERT INTO credit_holds (account_id, message_id, amount, due_at)
SELECT account_id, message_id, amount, due_at FROM ${hold}`,
);
