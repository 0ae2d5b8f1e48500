import { idFloor } from "@sendex/crypto/token";
import type { Range } from "@sendex/core/analytics/periods";
import { type AuditEntry, writeAudit } from "../access/audit";
import type { Data } from "../database/open";
import { lockEngagement } from "../audiences/engagement";
import { snapshotTransaction, type Transaction } from "../database/transaction";
import {
  BEGIN,
  CELLS,
  COUNT,
  COUNT_SOME,
  FORGET,
  NOTE_LATE,
  OTHERS,
  RECIPIENTS,
  REGISTER,
  REGISTER_SOME,
  ROOM,
} from "./recount-statements";

/** Of one statement: an hour of a large account may take minutes. */
const LIMIT_MS = 30 * 60_000;
/** Messages of one statement that are asked for by their ids. */
const MOST_IDS = 10_000;

/** What is counted anew, slice by slice. */
interface Recount {
  accountId: string;
  /** Whole hours, in order and without a gap. */
  slices: readonly Range[];
}

/** How many recipients an account's messages of each time have, counted up to `most`. */
export async function countRecipients(
  data: Data,
  accountId: string,
  made: readonly Range[],
  most: number,
): Promise<number[]> {
  return snapshotTransaction(data, LIMIT_MS, async (client) => {
    const asked = { accountId, ranges: made.map(idsOf), most };
    const { rows } = await client.query<{ recipients: number }>(RECIPIENTS(asked));
    return rows.map(({ recipients }) => recipients);
  });
}

/** Begins a recount: notes which slices messages that were made before all of them have something in. */
export async function beginRecount(
  data: Data,
  { accountId, slices }: Recount,
  madeBefore: Range,
): Promise<void> {
  const edges = edgesOf(slices);
  const [from = madeBefore.to] = edges;
  const asked = { accountId, from, end: edges.at(-1) ?? from, edges, ...idsOf(madeBefore) };
  await snapshotTransaction(data, LIMIT_MS, async (client) => {
    await client.query(ROOM({}));
    await client.query(BEGIN({}));
    await client.query(NOTE_LATE(asked));
  });
}

/**
 * Replaces the cells of the `n`-th slice by what the rows say, in one snapshot, and forgets deltas of it that wait. It looks at
 * messages that were made in a time, at those that were noted to have something in the slice, and at those of deltas that
 * wait; and notes which later slices they have something in. Only whoever holds the task's lock may call it. Returns how many
 * cells there are now.
 */
export async function recountSlice(
  data: Data,
  { accountId, slices }: Recount,
  { n, made }: { n: number; made: Range },
  act?: AuditEntry,
): Promise<number> {
  const edges = edgesOf(slices);
  const [from = made.from, to = from] = edges.slice(n);
  const [slice, range] = [{ accountId, from, to }, idsOf(made)];
  const asked = { ...slice, end: edges.at(-1) ?? to, edges };
  const work = async (client: Transaction): Promise<number> => {
    await client.query(ROOM({}));
    const others = await client.query<{ id: string }>(OTHERS({ accountId, slice: n, ...range }));
    for (const forget of FORGET) await client.query(forget(slice));
    await client.query(REGISTER({ accountId, ...range }));
    await client.query(COUNT({ ...asked, ...range }));
    for (let start = 0; start < others.rows.length; start += MOST_IDS) {
      const ids = others.rows.slice(start, start + MOST_IDS).map(({ id }) => id);
      await client.query(REGISTER_SOME({ accountId, ids }));
      await client.query(COUNT_SOME({ ...asked, ids }));
    }
    const { rows } = await client.query<{ cells: number }>(CELLS(slice));
    if (act) await writeAudit(client, act);
    return rows[0]?.cells ?? 0;
  };
  return snapshotTransaction(data, LIMIT_MS, work, lockEngagement());
}

/** Beginnings, and the end of the last. */
function edgesOf(slices: readonly Range[]): Date[] {
  return [...slices.map(({ from }) => from), ...slices.slice(-1).map(({ to }) => to)];
}

function idsOf({ from, to }: Range): { first: string; last: string } {
  return { first: idFloor("msg", from), last: idFloor("msg", to) };
}
