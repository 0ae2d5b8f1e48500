import { HOUR_MS } from "@sendex/kit/day";
import {
  type AccountHour,
  compareAccounts,
  countToTheEnd,
  incompleteMessages,
  keepHour,
  type LedgerHour,
  openHours,
} from "@sendex/data/ledger/hours";
import type { Context } from "../context";
import { oldestUnexplainedAge, unexplained, UNEXPLAINED_ALARM_MS } from "./unexplained";

/** A request that began in an hour is over this long after the hour, whatever its host's clock says. */
const CLOSED_AFTER_MS = 10 * 60_000;
/** The hours that the ledger's first run compares. */
const FIRST_HOURS = 24;
/** Accounts in one statement; statements in one run, for the current hour, and for all that are over. */
const ACCOUNTS = 50;
const MAX_PAGES = 100;
/** Rows of one account and hour that are counted in one statement; an hour with more waits until it is over. */
const MAX_COUNTED = 5_000;
const MAX_NAMED = 20;

/**
 * Keeps the ledger: what was accepted is final or in flight. Compares, hour by hour and account by account, the
 * recipients that were counted at accept with the recipients that the messages promise and with the rows found. The
 * current hour is compared in every run, an hour that is over once more, completely. Names rows that nothing will
 * touch again. Resolves to how many accounts and recipients it found wrong.
 */
export async function reconcile(context: Context): Promise<number> {
  const now = context.clock();
  const from = new Date(now.getTime() - FIRST_HOURS * HOUR_MS);
  let pages = MAX_PAGES;
  let wrong = 0;
  for (const hour of await openHours(context.data, from, now)) {
    const over = now.getTime() >= hour.hour.getTime() + HOUR_MS + CLOSED_AFTER_MS;
    const done = await compareHour(context, hour, { now, over, mostPages: over ? pages : MAX_PAGES });
    if (over) pages -= done.pages;
    wrong += done.wrong;
  }
  return wrong + (await nameUnexplained(context, now));
}

async function compareHour(
  context: Context,
  before: LedgerHour,
  { now, over, mostPages }: { now: Date; over: boolean; mostPages: number },
): Promise<{ pages: number; wrong: number }> {
  const { data } = context;
  // The current hour is compared from its first account on each time; its figures are those of one run.
  const told = !over && before.difference > 0;
  const fresh = { ...before, cursor: "", accepted: 0, found: 0, difference: 0 };
  const state = over && before.cursor !== "" ? { ...before } : fresh;
  let wrong = 0;
  let pages = 0;
  if (mostPages <= 0) return { pages: 0, wrong: 0 };
  for (let more = true; more && pages < mostPages; pages += 1) {
    const accounts = await compareAccounts(data, state, ACCOUNTS, MAX_COUNTED);
    for (const account of accounts) wrong += await judge(context, state, account, { over, told });
    state.cursor = accounts.at(-1)?.accountId ?? state.cursor;
    more = accounts.length === ACCOUNTS;
    if (!more) Object.assign(state, over ? { checkedAt: now } : { cursor: "" });
  }
  await keepHour(data, over ? state : { ...state, cursor: "" });
  return { pages, wrong };
}

/** Adds an account's figures to its hour's; 1 where they differ. */
async function judge(
  context: Context,
  state: LedgerHour,
  account: AccountHour,
  { over, told }: { over: boolean; told: boolean },
): Promise<number> {
  if (account.cut && !over) return 0;
  const { data, log } = context;
  const { accountId, accepted } = account;
  const { promised, found } = account.cut
    ? await countToTheEnd(data, accountId, state.hour, MAX_COUNTED)
    : account;
  const difference = Math.max(Math.abs(accepted - found), Math.abs(promised - found));
  state.accepted += accepted;
  state.found += found;
  state.difference += difference;
  if (difference === 0) return 0;
  if (told) return 1;
  const messageIds = await incompleteMessages(data, accountId, state.hour, MAX_NAMED).catch(() => []);
  log.error(
    { alert: "ledger", accountId, hour: state.hour.toISOString(), accepted, promised, found, messageIds },
    "the ledger does not balance: recipients accepted, promised by their messages, and found differ",
  );
  return 1;
}

async function nameUnexplained({ data, log }: Context, now: Date): Promise<number> {
  const stray = await unexplained(data, now, MAX_NAMED);
  if (stray.length > 0)
    log.error(
      { alert: "ledger", recipients: stray.map(({ messageId, n, why }) => `${messageId} ${n} ${why}`) },
      "recipients are neither final nor explainably in flight",
    );
  const oldest = await oldestUnexplainedAge(data, now);
  if (oldest && oldest.ageMs >= UNEXPLAINED_ALARM_MS)
    log.error(
      { alert: "unexplained", ...oldest },
      "a message ought to have moved and has not: is a worker missing?",
    );
  return stray.length;
}
