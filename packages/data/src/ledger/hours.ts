import { HOUR_MS } from "@sendex/kit/day";
import { idFloor } from "@sendex/crypto/token";
import { type AuditEntry, writeAudit } from "../access/audit";
import {
  ACKNOWLEDGE,
  BEGIN_HOURS,
  COMPARE,
  COUNT_PAGE,
  DIFFERING_HOURS,
  INCOMPLETE,
  KEEP,
  LATEST_HOURS,
  OPEN_HOURS,
  RECHECK,
} from "./statements";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { type Transaction, transaction } from "../database/transaction";

/** One hour of the ledger, by the time of accept. */
export interface LedgerHour {
  hour: Date;
  /** Accounts up to this one are compared. */
  cursor: string;
  /** So many recipients were counted when they were accepted, and so many rows there are. */
  accepted: number;
  found: number;
  /** Of the two, by account, summed up. */
  difference: number;
  /** Set once the hour is over and compared to its end. */
  checkedAt: Date | null;
}

/** What one account's hour came to. `promised` is the sum of its messages' recipient counts. */
export interface AccountHour {
  accountId: string;
  accepted: number;
  promised: number;
  found: number;
  /** The rows were too many to be counted at once: the figures are not all there is. */
  cut: boolean;
}

/** Hours that are not compared to their end yet, oldest first, up to the one of `now`; begins at `from`. */
export async function openHours(data: Data, from: Date, now: Date): Promise<LedgerHour[]> {
  await plain(data).query(BEGIN_HOURS({ from, now }));
  const { rows } = await plain(data).query<HourRow>(OPEN_HOURS({}));
  return rows.map(readHour);
}

/** Hours whose figures differ, and which no operator has acknowledged. */
export async function differingHours(data: Data): Promise<LedgerHour[]> {
  const { rows } = await plain(data).query<HourRow>(DIFFERING_HOURS({}));
  return rows.map(readHour);
}

/** The latest hours, newest first. */
export async function listHours(
  data: Data,
  limit: number,
): Promise<(LedgerHour & { acknowledgedAt: Date | null })[]> {
  const { rows } = await plain(data).query<HourRow>(LATEST_HOURS({ limit }));
  return rows.map((row) => ({ ...readHour(row), acknowledgedAt: row.acknowledged_at }));
}

/** Keeps how far an hour's comparison came. */
export async function keepHour(data: Data, hour: LedgerHour): Promise<void> {
  await plain(data).query(KEEP(hour));
}

/** An operator knows of an hour's difference; false where there is no such hour. */
export async function acknowledgeHour(data: Data, hour: Date, audit: AuditEntry): Promise<boolean> {
  return changeHour(data, audit, (client) => client.query(ACKNOWLEDGE({ hour, at: audit.at })));
}

/** An hour is compared once more; false where there is no such hour. */
export async function recheckHour(data: Data, hour: Date, audit: AuditEntry): Promise<boolean> {
  return changeHour(data, audit, (client) => client.query(RECHECK({ hour })));
}

/** An operator's change of an hour, with its entry in the audit log. */
async function changeHour(
  data: Data,
  audit: AuditEntry,
  change: (client: Transaction) => Promise<{ rowCount: number | null }>,
): Promise<boolean> {
  return transaction(data, async (client) => {
    const { rowCount } = await change(client);
    if (rowCount !== 1) return false;
    await writeAudit(client, audit);
    return true;
  });
}

/**
 * The next accounts' figures for an hour, all of one snapshot, so that they agree at any moment, also while mail is
 * accepted. At most `most` rows an account are counted. Accounts that are being erased, whose rows and counts go, are
 * left out.
 */
export async function compareAccounts(
  data: Data,
  { hour, cursor }: LedgerHour,
  limit: number,
  most: number,
): Promise<AccountHour[]> {
  const [floor, end] = bounds(hour);
  const { rows } = await plain(data).query<AccountRow>(COMPARE({ hour, cursor, limit, floor, end, most }));
  return rows.map((row) => ({
    accountId: row.account_id,
    accepted: Number(row.accepted),
    promised: Number(row.promised),
    found: Number(row.found),
    cut: Number(row.messages) >= most || Number(row.found) >= most,
  }));
}

/** Counts an account's hour to its end, page by page. For hours that are over: their rows are all there. */
export async function countToTheEnd(
  data: Data,
  accountId: string,
  hour: Date,
  page: number,
): Promise<{ promised: number; found: number }> {
  const counted = { promised: 0, found: 0 };
  const [floor, end] = bounds(hour);
  for (let after: string | null = floor; after !== null;) {
    const row: CountedPage | undefined = await countPage(data, { accountId, after, end, limit: page });
    counted.promised += Number(row?.promised ?? 0);
    counted.found += Number(row?.found ?? 0);
    after = row?.last ?? null;
  }
  return counted;
}

async function countPage(
  data: Data,
  page: { accountId: string; after: string; end: string; limit: number },
): Promise<CountedPage | undefined> {
  const { rows } = await plain(data).query<CountedPage>(COUNT_PAGE(page));
  return rows[0];
}

/** Messages of an account's hour that have fewer recipients than they were accepted with, a few of them. */
export async function incompleteMessages(
  data: Data,
  accountId: string,
  hour: Date,
  limit: number,
): Promise<string[]> {
  const [floor, end] = bounds(hour);
  const { rows } = await plain(data).query<{ id: string }>(INCOMPLETE({ accountId, floor, end, limit }));
  return rows.map(({ id }) => id);
}

/** Of message ids: from the first on, up to but without the second. */
function bounds(hour: Date): [string, string] {
  return [idFloor("msg", hour), idFloor("msg", new Date(hour.getTime() + HOUR_MS))];
}

interface HourRow {
  hour: Date;
  cursor: string;
  accepted: string;
  found: string;
  difference: string;
  checked_at: Date | null;
  acknowledged_at: Date | null;
}

function readHour(row: HourRow): LedgerHour {
  return {
    hour: row.hour,
    cursor: row.cursor,
    accepted: Number(row.accepted),
    found: Number(row.found),
    difference: Number(row.difference),
    checkedAt: row.checked_at,
  };
}

interface AccountRow {
  account_id: string;
  accepted: string;
  messages: string;
  promised: string;
  found: string;
}

interface CountedPage {
  promised: string;
  found: string;
  last: string | null;
}
