import { scaled } from "@sendex/core/sending/ladder";
import {
  cancelWaiting,
  deleteOwned,
  endErasure,
  type Erasure,
  isUnsettled,
  openErasures,
} from "@sendex/data/content/account-erasure";
import { listDomains } from "@sendex/data/domains/rows";
import { eraseNotifications } from "@sendex/data/content/erase-notifications";
import type { Context } from "../context";
import { deleteDomain } from "../domains/edit";

/** Accounts in one run; rows in one statement; statements for one account in one run. */
const ACCOUNTS = 10;
const PAGE = 1_000;
const MAX_PAGES = 100;
/** Domains of one account in one run: each is a call of SES. */
const DOMAINS = 20;
/** A request that was let in before the erasure has been answered so much later: nothing comes after the last row. */
const LATEST_MS = 60_000;

/**
 * Removes the rows of accounts that are being erased, in bounded pages, each a transaction of its own: whatever ends
 * it, the next run goes on. Domains come last, since SES is asked for each, and need not answer. Resolves to how many rows it removed.
 */
export async function removeErased(context: Context): Promise<number> {
  const emptied: Erasure[] = [];
  let removed = 0;
  for (const erasure of await openErasures(context.data, ACCOUNTS)) {
    const { rows, left } = await removeRows(context, erasure.accountId);
    removed += rows;
    if (!left) emptied.push(erasure);
  }
  for (const erasure of emptied) removed += await finish(context, erasure);
  return removed;
}

async function removeRows({ data }: Context, accountId: string): Promise<{ rows: number; left: boolean }> {
  for (let page = PAGE, pages = 0; page === PAGE && pages < MAX_PAGES; pages += 1)
    page = await cancelWaiting(data, accountId, PAGE);
  // What a worker has in hand comes to its end first: its result must find its row.
  if (await isUnsettled(data, accountId)) return { rows: 0, left: true };
  let rows = 0;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await deleteOwned(data, accountId, PAGE);
    if (page === 0) return { rows, left: false };
    rows += page;
  }
  return { rows, left: true };
}

async function finish(context: Context, { accountId, erasingSince }: Erasure): Promise<number> {
  const { data, clock, settings, log } = context;
  await eraseNotifications(data, { accountId }, clock());
  const domains = await removeDomains(context, accountId);
  const over = clock().getTime() - erasingSince.getTime() >= scaled(LATEST_MS, settings.retryTimeScale);
  if (domains < DOMAINS && over) {
    await endErasure(data, accountId, clock());
    log.info({ accountId }, "an account is erased");
  }
  return domains;
}

/** Here and at SES, as the owner would. */
async function removeDomains(context: Context, accountId: string): Promise<number> {
  const { data } = await listDomains(context.data, accountId, { limit: DOMAINS });
  for (const domain of data) await deleteDomain(context, domain);
  return data.length;
}
