import type { RecipientStatus } from "./reports/status";

/**
 * Credits: a ledger that an account may have. One credit is one recipient of a live message; test mail costs nothing.
 * It is debited when the message is accepted, and given back for what never left. Source: docs/credits.md.
 */
export type CreditKind = "grant" | "debit" | "refund";

/** A change of one account's credits; a debit's amount is below zero. */
export interface CreditMovement {
  accountId: string;
  kind: CreditKind;
  amount: number;
}

/** The most that is granted at once: sums of these stay exact. */
export const MAX_GRANT = 1_000_000_000_000;

/** What these messages cost together. */
export function creditsFor(messages: readonly { recipients: readonly unknown[] }[]): number {
  return messages.reduce((sum, { recipients }) => sum + recipients.length, 0);
}

/** Credits by account; null, or no entry: unlimited. */
export type Balances = ReadonlyMap<string, number | null>;

/** Something that costs its account credits, if it has a ledger. */
export interface Costly {
  accountId: string;
  need: number;
}

/**
 * Those that can be paid for, in their order, each after those before it; one that costs too much does not stop those
 * behind it.
 */
export function takeFitting<T extends Costly>(
  waiting: readonly T[],
  balances: Balances,
): { fitting: T[]; left: T[] } {
  const spent = new Map<string, number>();
  const fitting: T[] = [];
  const left: T[] = [];
  for (const item of waiting) {
    const before = spent.get(item.accountId) ?? 0;
    const balance = balances.get(item.accountId) ?? Infinity;
    const fits = before + item.need <= balance;
    (fits ? fitting : left).push(item);
    if (fits) spent.set(item.accountId, before + item.need);
  }
  return { fitting, left };
}

/**
 * Movements → lines of the ledger, each with the balance after it.
 * @throws RangeError where a balance would go below zero
 */
export function enter<M extends CreditMovement>(
  balances: ReadonlyMap<string, number>,
  movements: readonly M[],
): (M & { balance: number })[] {
  const running = new Map(balances);
  return movements.map((movement) => {
    const balance = (running.get(movement.accountId) ?? 0) + movement.amount;
    if (balance < 0) throw new RangeError("A ledger of credits never goes below zero");
    running.set(movement.accountId, balance);
    return { ...movement, balance };
  });
}

/** What became of one recipient, as far as a refund goes. */
export interface Outcome {
  status: RecipientStatus;
  sentAt: Date | null;
  /** The outcome of a call of SES is unknown: the mail may have left. */
  unclear: boolean;
}

/** Whether a settled recipient's credit is given back: its mail never left. */
export function isRefundable({ status, sentAt, unclear }: Outcome): boolean {
  if (status === "suppressed" || status === "cancelled") return true;
  return status === "failed" && sentAt === null && !unclear;
}

/** How long after its accept, or its scheduled time, a message is first looked at: most are settled by then. */
export const FIRST_LOOK_MS = 60_000;
const LAST_LOOK_MS = 60 * 60_000;

/**
 * When to look again at a message that is not settled: as much later as it is old already, between a minute and an hour,
 * and never before what it waits for is due. Milliseconds are under RETRY_TIME_SCALE.
 */
export function nextLook(message: { acceptedAt: Date; dueAt: Date | null }, now: Date, scale: number): Date {
  const age = now.getTime() - message.acceptedAt.getTime();
  const wait = Math.min(Math.max(age, FIRST_LOOK_MS * scale), LAST_LOOK_MS * scale);
  const due = message.dueAt ? message.dueAt.getTime() + FIRST_LOOK_MS * scale : 0;
  return new Date(Math.max(now.getTime() + wait, due));
}
