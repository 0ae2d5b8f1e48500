import { scaled } from "@sendex/core/sending/ladder";
import type { SesListEntry } from "@sendex/core/ports";
import { isBareSimulator } from "@sendex/core/reputation/simulator";
import { normalizeAddress } from "@sendex/core/suppressions";
import {
  findSesListRead,
  forgetUnlisted,
  recordListed,
  saveSesListRead,
  type SesListRead,
} from "@sendex/data/suppressions/ses-list-reads";
import {
  addedToSes,
  dueTells,
  postponeTell,
  removedFromSes,
  type SesTell,
} from "@sendex/data/suppressions/ses-list";
import type { Context } from "../context";

/** SES takes about one call a second, and the task runs every two. */
const TELLS = 2;
const PAGES = 2;

const MINUTE_MS = 60_000;
const READ_EVERY_MS = MINUTE_MS;
/** Only reading the whole list shows what was removed in SES's console. */
const READ_ALL_EVERY_MS = 24 * 60 * MINUTE_MS;
/** SES's list may lag behind its changes by this much, and its clock may differ from ours. */
const SETTLING_MS = 5 * MINUTE_MS;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 60 * MINUTE_MS;

/**
 * Keeps our copy of the SES account's suppression list and that list itself in step: sends SES our changes, then reads
 * what changed there, a few calls a run. What SES does not take stays a row and is sent again later.
 */
export async function keepSesList(context: Context): Promise<void> {
  const { data, settings } = context;
  const due = await dueTells(data, settings.liveRoute, context.clock(), TELLS);
  await inTurn(due, (tell) => tellSes(context, tell));
  await readList(context);
}

/** One after the other, until one fails. */
async function inTurn(tells: SesTell[], work: (tell: SesTell) => Promise<boolean>): Promise<void> {
  const [first, ...rest] = tells;
  if (first && (await work(first))) await inTurn(rest, work);
}

async function tellSes(context: Context, tell: SesTell): Promise<boolean> {
  const { data, settings, ports } = context;
  const { liveRoute: route, retryTimeScale: scale } = settings;
  try {
    if (tell.state === "removing") {
      await ports.sesList.remove(tell.address);
      await removedFromSes(data, route, tell.address, context.clock());
    } else {
      const there = await ports.sesList.find(tell.address);
      if (!there) await ports.sesList.put({ address: tell.address, reason: tell.reason });
      await addedToSes(data, route, { ...tell, reason: there?.reason ?? tell.reason }, context.clock());
    }
    return true;
  } catch (error) {
    const wait = Math.min(FIRST_RETRY_MS * 2 ** Math.min(tell.tries, 10), LONGEST_RETRY_MS);
    const dueAt = new Date(context.clock().getTime() + scaled(wait, scale));
    await postponeTell(data, route, tell.address, dueAt);
    context.log.warn(
      { err: error, dueAt, tries: tell.tries + 1 },
      "SES could not be told of a suppression; it is again later",
    );
    return false;
  }
}

async function readList(context: Context): Promise<void> {
  const { data, settings } = context;
  const now = context.clock();
  const before = await findSesListRead(data, settings.liveRoute);
  if (before && before.dueAt > now) return;
  const read = before && before.cursor !== null ? before : begin(context, before, now);
  try {
    const cursor = await readPages(context, read, PAGES);
    await saveSesListRead(
      data,
      cursor === null ? await finish(context, read, now) : { ...read, cursor, dueAt: now },
    );
  } catch (error) {
    // The cursor may be what is wrong: the reading starts again from its beginning.
    await saveSesListRead(data, { ...read, cursor: "", dueAt: after(context, now, READ_EVERY_MS) });
    context.log.warn(
      { err: error },
      "the SES account's suppression list could not be read; it is again later",
    );
  }
}

function begin(context: Context, before: SesListRead | undefined, now: Date): SesListRead {
  const { liveRoute: route, retryTimeScale } = context.settings;
  const wholeAt = before?.wholeAt ?? null;
  const whole = !wholeAt || now.getTime() - wholeAt.getTime() >= scaled(READ_ALL_EVERY_MS, retryTimeScale);
  const since = before && !whole ? new Date(before.startedAt.getTime() - SETTLING_MS) : null;
  return { route, whole, since, startedAt: now, cursor: "", dueAt: now, wholeAt };
}

/** Where to go on; null once all is read. */
async function readPages(context: Context, read: SesListRead, left: number): Promise<string | null> {
  const { data, settings, ports } = context;
  const { cursor: from, since, startedAt } = read;
  const page = await ports.sesList.page({ ...(since && { since }), ...(from && { cursor: from }) });
  const settledBefore = new Date(context.clock().getTime() - SETTLING_MS);
  await recordListed(data, settings.liveRoute, entriesOf(page.entries), { startedAt, settledBefore });
  if (page.cursor === undefined || page.cursor === "") return null;
  return left > 1 ? readPages(context, { ...read, cursor: page.cursor }, left - 1) : page.cursor;
}

async function finish(context: Context, read: SesListRead, now: Date): Promise<SesListRead> {
  const dueAt = after(context, now, READ_EVERY_MS);
  if (!read.whole) return { ...read, cursor: null, dueAt };
  const { startedAt, route } = read;
  const settledBefore = new Date(now.getTime() - SETTLING_MS);
  const gone = await forgetUnlisted(context.data, route, { startedAt, settledBefore });
  if (gone > 0) context.log.info({ gone }, "addresses are off the SES account's suppression list");
  return { ...read, cursor: null, dueAt, wholeAt: startedAt };
}

function entriesOf(entries: SesListEntry[]): SesListEntry[] {
  return entries
    .map(({ address, reason }) => ({ address: normalizeAddress(address), reason }))
    .filter(({ address }) => !isBareSimulator(address));
}

function after(context: Context, now: Date, ms: number): Date {
  return new Date(now.getTime() + scaled(ms, context.settings.retryTimeScale));
}
