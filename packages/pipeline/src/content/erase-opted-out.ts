import { OPTED_OUT_KEPT_MS } from "@sendex/core/content/retention";
import { scaled } from "@sendex/core/sending/ladder";
import { idFloor } from "@sendex/crypto/token";
import { eraseSettled, keepEraseAfter, type OptedOut, optedOut } from "@sendex/data/content/opted-out";
import type { Context } from "../context";

/** Accounts that are seen to together, and messages in one statement, of all of them. */
const ACCOUNTS = 20;
const PAGE = 200;
/** Statements in one run for a group of accounts; the next run does the rest. */
const MAX_PAGES = 50;

/**
 * Erases the content of settled messages of the accounts that opted out of keeping it. Of such an account, the
 * contents that are stored are what is left to do, in the order of their key: no list is kept beside them, accepting
 * writes nothing more, and an account that opts out later is treated the same. What is not settled is skipped, a
 * bounded number a run. Resolves to how many messages' content it erased.
 */
export async function eraseOptedOut(
  context: Context,
  keptMs: number = scaled(OPTED_OUT_KEPT_MS, context.settings.retryTimeScale),
): Promise<number> {
  const floor = idFloor("msg", new Date(context.clock().getTime() - keptMs));
  let erased = 0;
  for (let after: string | undefined = ""; after !== undefined;) {
    const accounts: OptedOut[] = await optedOut(context.data, after, ACCOUNTS);
    erased += await eraseOf(context, accounts, floor);
    after = accounts.length === ACCOUNTS ? accounts.at(-1)?.accountId : undefined;
  }
  return erased;
}

/** Goes on with each account until all of its content was looked at, for at most MAX_PAGES statements. */
async function eraseOf({ data }: Context, accounts: OptedOut[], floor: string): Promise<number> {
  const cursors = new Map(accounts.map(({ accountId, after }) => [accountId, after]));
  let going = accounts;
  let erased = 0;
  for (let page = 0; page < MAX_PAGES && going.length > 0; page += 1) {
    const each = Math.ceil(PAGE / going.length);
    const ranges = going.map((account) => ({ ...account, upTo: erasableUpTo(account, floor) }));
    const parts = await eraseSettled(data, ranges, each);
    erased += parts.reduce((sum, part) => sum + part.erased, 0);
    const full = new Map(
      parts.flatMap(({ accountId, looked, last }) => (looked === each ? [[accountId, last]] : [])),
    );
    for (const { accountId } of going) cursors.set(accountId, full.get(accountId) ?? "");
    going = going.flatMap(({ accountId, reviewedTo }) => {
      const last = full.get(accountId);
      return last === undefined ? [] : [{ accountId, after: last, reviewedTo }];
    });
  }
  if (accounts.length > 0)
    await keepEraseAfter(
      data,
      [...cursors].map(([accountId, after]) => ({ accountId, after })),
    );
  return erased;
}

/** The last message whose content may go: those that are old enough. What has been reviewed before then may go too. */
function erasableUpTo({ reviewedTo }: OptedOut, floor: string): string {
  return reviewedTo !== null && reviewedTo > floor ? reviewedTo : floor;
}
