import { fairShare, FIRST_WINDOW, inTurns, nextWindow } from "@sendex/core/sending/admission";
import { PRIORITIES, type Priority, type Route, ROUTES } from "@sendex/core/accepting/message";
import {
  accountsWaiting,
  type Admitted,
  admitNotifications,
  admitTurns,
  expireAdmissions,
  type Backlog,
  releaseAdmissions,
  wakeScheduled,
} from "@sendex/data/sending/admission";
import { pausedRoutes } from "@sendex/data/sending/routes";
import { admitSuspects } from "@sendex/data/sending/suspects";
import { admitWebhooks } from "../webhooks/admit";
import { QUEUES } from "@sendex/queue/names";
import type { Context } from "../context";
import { detectLoss } from "./detect-loss";

/** How long a queue is believed to hold what was put into it; jobs that wait for PostgreSQL's return stay no longer. */
const ADMITTED_MS = 60_000;
const MAX_ADMITTED = 1_000;
/** Webhooks or notifications that wait in Redis before no more are put there. */
const LONG_QUEUE = 4_000;
/** Accounts that one run looks at; the next goes on after the last of them. */
const MAX_ACCOUNTS = 100;
/** They go one after the other: what is in the queue cannot be overtaken by a more urgent one. */
const MAX_SUSPECTS = 100;

/**
 * Opens admission; each call of what it returns is one run, and resolves to how much it admitted. A run puts into the
 * queues what is due and in none of them: backlogs, fresh rows whose enqueueing failed, retries, schedules, recipients
 * that waited for their pace, and whatever a queue lost. Admission and recovery are the same act, and repeating it is
 * harmless: a job's id is its row's wait. A run rejects while Redis is away, before any row is marked as admitted; what a
 * run took that failed or died before its end is admitted by the next one, in whichever process.
 */
export function openAdmission(context: Context): () => Promise<number> {
  const memory: Memory = { epoch: undefined, pace: undefined, last: new Map(), lastEndpoint: "" };
  return () => admitDue(context, memory);
}

/** What is remembered between runs. */
interface Memory {
  epoch: string | undefined;
  pace: Pace | undefined;
  /** The last account that a full run over a backlog came to. */
  last: Map<string, string>;
  /** Where endpoints' turns go on: matters only where more of them wait than one look takes in. */
  lastEndpoint: string;
}

/** How fast each tier's queue was worked off when it was last looked at. */
interface Pace {
  at: number;
  windows: Record<Priority, number>;
  taken: Record<Priority, number>;
}

async function admitDue(context: Context, memory: Memory): Promise<number> {
  memory.epoch = await detectLoss(context, memory.epoch);
  const now = context.clock();
  const until = new Date(now.getTime() + ADMITTED_MS);
  const { data, queues } = context;
  const unended = await queues.admissionRuns.begin(until, now);
  await wakeScheduled(data, now, MAX_ADMITTED);
  await expireAdmissions(data, now, MAX_ADMITTED);
  // As long as they stand: a PostgreSQL that hung may, once it is back, carry out a statement nobody waits for.
  if (unended.length > 0) await releaseAdmissions(data, unended);
  const recipients = await admitSends(context, memory, now, until);
  const others = await admitOthers(context, memory, now, until);
  await queues.admissionRuns.end(until);
  return recipients + others;
}

/** Fills each tier's window, in fair turns of the accounts that wait. */
async function admitSends(context: Context, memory: Memory, now: Date, until: Date): Promise<number> {
  const { pace, free } = await look(context, memory.pace);
  memory.pace = pace;
  await context.queues.windows.announce(pace.windows);
  const routes = await openRoutes(context, now);
  let count = 0;
  for (const priority of PRIORITIES) {
    let room = free[priority];
    for (const { route, probe } of routes) {
      if (room <= 0) break;
      const admitted = await takeTurns(context, memory, { priority, route }, probe ? 1 : room, {
        now,
        until,
      });
      room -= admitted.length;
      count += admitted.length;
      const jobs = inTurns(admitted).map(({ due, ...job }) => ({ ...job, due: due.getTime() }));
      if (jobs.length > 0) await context.queues.enqueueSends(jobs);
    }
  }
  return count;
}

/** Measures how fast each tier's queue is worked off, and sets its window by that; `free` is what fits in now. */
async function look(
  { queues, clock }: Context,
  before: Pace | undefined,
): Promise<{ pace: Pace; free: Record<Priority, number> }> {
  const measured = await queues.windows.measure();
  const at = clock().getTime();
  const taken = perTier((priority) => measured[priority].taken);
  const last = before ?? { at, windows: perTier(() => FIRST_WINDOW), taken };
  const seconds = (at - last.at) / 1000;
  const windows = perTier((priority) => {
    // A Redis that lost its counts counts from nothing again.
    const since = Math.max(0, taken[priority] - last.taken[priority]);
    const { waiting } = measured[priority];
    return nextWindow(last.windows[priority], { taken: since, seconds, waiting });
  });
  const free = perTier((priority) => Math.floor(windows[priority] - measured[priority].waiting));
  return { pace: { at, windows, taken }, free };
}

function perTier<T>(of: (priority: Priority) => T): Record<Priority, T> {
  return { critical: of("critical"), standard: of("standard"), bulk: of("bulk") };
}

/** Routes that take mail; of one whose probe is due, a single message of each tier tries. */
async function openRoutes({ data }: Context, now: Date): Promise<{ route: Route; probe: boolean }[]> {
  const paused = await pausedRoutes(data);
  const shut = paused.filter(({ probeAt }) => probeAt > now).map(({ name }) => name);
  const probed = paused.map(({ name }) => name);
  return ROUTES.filter((route) => !shut.includes(route)).map((route) => ({
    route,
    probe: probed.includes(route),
  }));
}

async function takeTurns(
  { data }: Context,
  { last }: Memory,
  backlog: Backlog,
  room: number,
  { now, until }: { now: Date; until: Date },
): Promise<Admitted[]> {
  const name = `${backlog.priority} ${backlog.route}`;
  const { accountIds, goOnAfter } = await accountsWaiting(
    data,
    backlog,
    now,
    last.get(name) ?? "",
    MAX_ACCOUNTS,
  );
  last.set(name, goOnAfter);
  if (accountIds.length === 0) return [];
  const share = fairShare(room, accountIds.length);
  const first = await admitTurns(data, backlog, { accountIds, share, room, now, until });
  // What the quiet accounts left goes to those that could use more.
  const rest = room - first.length;
  const more = accountsWith(first, share);
  if (rest <= 0 || more.length === 0) return first;
  const turn = { accountIds: more, share: fairShare(rest, more.length), room: rest, now, until };
  return [...first, ...(await admitTurns(data, backlog, turn))];
}

/** Accounts that have at least so many of these. */
function accountsWith(admitted: Admitted[], count: number): string[] {
  const counts = new Map<string, number>();
  for (const { accountId } of admitted) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return [...counts].filter(([, own]) => own >= count).map(([accountId]) => accountId);
}

async function admitOthers(context: Context, memory: Memory, now: Date, until: Date): Promise<number> {
  const { queues, data } = context;
  const suspects = await admitSuspects(data, now, until, MAX_SUSPECTS);
  if (suspects.length > 0)
    await queues.enqueueSuspects(suspects.map(({ due, ...job }) => ({ ...job, due: due.getTime() })));
  const [delivering, ingesting] = await Promise.all([
    queues.waiting(QUEUES.deliver),
    queues.waiting(QUEUES.ingest),
  ]);
  let count = suspects.length;
  if (delivering < LONG_QUEUE) {
    const window = { now, until, limit: MAX_ADMITTED, after: memory.lastEndpoint };
    const admitted = await admitWebhooks(context, window);
    memory.lastEndpoint = admitted.after;
    count += admitted.count;
  }
  if (ingesting >= LONG_QUEUE) return count;
  const notifications = await admitNotifications(data, now, until, MAX_ADMITTED);
  if (notifications.length > 0) await queues.enqueueNotifications(notifications.map((id) => ({ id })));
  return count + notifications.length;
}
