import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { HOUR_MS } from "@sendex/kit/day";
import { IDEMPOTENCY_KEPT_HOURS } from "@sendex/core/accepting/message";
import { forgetKeys } from "@sendex/data/accepting/idempotency-keys";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { forgetOldAlerts, openAlertWatch } from "../alerts/watch";
import { forgetImports } from "../audiences/imports/forget";
import { forgetUnconfirmed } from "../audiences/forms/forget";
import { openImports } from "../audiences/imports/run";
import { forgetOldMetrics, METRICS_TASK, rollUpAll } from "../analytics/roll-up";
import { runBroadcasts } from "../audiences/run-broadcasts";
import { rollUpStatistics } from "@sendex/data/reports/statistics";
import { forgetExpired } from "@sendex/data/suppressions/entries";
import { withTaskLock } from "@sendex/data/schedule/task-lock";
import { watchBacklogs } from "@sendex/data/ledger/unexplained";
import { openAdmission } from "../sending/admit";
import { checkDueDomains } from "../domains/check";
import { removeLeftIdentities } from "../domains/identity";
import { removeLeftObjects } from "../images/store";
import { checkTiers } from "../reputation/check-tiers";
import type { Context } from "../context";
import { trimMissed } from "../webhooks/trim-missed";
import { evaluateAll } from "../reputation/evaluate";
import { eraseOptedOut } from "../content/erase-opted-out";
import { forgetNotifications } from "../content/forget-notifications";
import { forgetOld } from "../content/forget-old";
import { keepHeld } from "../reputation/keep-held";
import { keepSesList } from "../suppressions/keep-ses-list";
import { reconcile } from "../ledger/reconcile";
import { review } from "../reputation/review";
import { sendOwnerMail } from "../accounts/send-owner-mail";
import { sendPersonMail } from "../people/mail";
import { forgetPeoplesPast } from "../people/forget";
import { refundCredits } from "../credits/refund";
import { removeErased } from "../content/remove-erased";
import { sweep } from "../sending/sweep";
import { tidyDeadLetters } from "../sending/tidy-dead-letters";

/** One task of the scheduler. */
interface Task {
  name: string;
  /** Between the end of one run and the start of the next. */
  everyMs: number;
  /** The same once a number of runs in a row found nothing to do, which they say by 0: a quiet system is to cost little. */
  quietMs?: number;
  /** What it remembers between runs is its own, so that two schedulers can live in one process. */
  run: () => Promise<unknown>;
}

/** Runs in a row without anything to do, after which a task is quiet. */
const QUIET_RUNS = 10;

/** During an outage a task logs one line every 2 s, not one a run. */
const AFTER_FAILURE_MS = 2_000;
const BATCH = 5_000;

/**
 * Runs every task in its own loop until `close`. Any number of schedulers may run: a lock in PostgreSQL lets one of
 * them do each task at a time. A task that fails is logged and runs again at its next time.
 */
export function startSchedule(context: Context): { close(): Promise<void> } {
  const tasks = openTasks(context);
  const stop = new AbortController();
  setMaxListeners(tasks.length, stop.signal);
  const loops = tasks.map((task) => loop(context, task, stop.signal));
  return {
    async close() {
      stop.abort();
      await Promise.all(loops);
    },
  };
}

function openTasks(context: Context): Task[] {
  const { data, clock } = context;
  return [
    { name: "admit", everyMs: 200, run: openAdmission(context) },
    { name: "sweep", everyMs: 500, quietMs: 1_000, run: () => sweep(context) },
    { name: "broadcasts", everyMs: 200, quietMs: 1_000, run: () => runBroadcasts(context) },
    { name: "domains", everyMs: 5_000, run: () => checkDueDomains(context) },
    { name: "identities", everyMs: 5_000, run: () => removeLeftIdentities(context) },
    { name: "images", everyMs: 5_000, run: () => removeLeftObjects(context) },
    { name: "statistics", everyMs: 5_000, run: () => rollUpStatistics(data, BATCH) },
    { name: METRICS_TASK, everyMs: 1_000, run: () => rollUpAll(data) },
    { name: "forget-metrics", everyMs: HOUR_MS, run: () => forgetOldMetrics(context) },
    { name: "lines", everyMs: 5_000, run: () => watchBacklogs(data, clock()) },
    { name: "ledger", everyMs: 30_000, run: () => reconcile(context) },
    { name: "dead-letters", everyMs: 30_000, run: () => tidyDeadLetters(context) },
    { name: "missed-events", everyMs: 60_000, run: () => trimMissed(context) },
    { name: "ses-list", everyMs: 2_000, run: () => keepSesList(context) },
    { name: "suppressions", everyMs: 60_000, run: () => forgetExpired(data, clock(), BATCH) },
    { name: "held", everyMs: 300, quietMs: 1_000, run: () => keepHeld(context) },
    { name: "owner-mail", everyMs: 2_000, run: () => sendOwnerMail(context) },
    { name: "person-mail", everyMs: 1_000, run: () => sendPersonMail(context) },
    { name: "peoples-past", everyMs: 60_000, run: () => forgetPeoplesPast(context) },
    { name: "tiers", everyMs: 15_000, run: () => checkTiers(context) },
    { name: "review", everyMs: 5_000, run: () => review(context) },
    { name: "rates", everyMs: 60_000, run: () => evaluateAll(context) },
    { name: "alerts", everyMs: 60_000, run: openAlertWatch(context) },
    { name: "forget-alerts", everyMs: HOUR_MS, run: () => forgetOldAlerts(context) },
    { name: "credits", everyMs: 5_000, run: () => refundCredits(context) },
    { name: "opted-out", everyMs: 5_000, run: () => eraseOptedOut(context) },
    { name: "erasure", everyMs: 10_000, run: () => removeErased(context) },
    { name: "imports", everyMs: 500, quietMs: 2_000, run: openImports(context) },
    { name: "forget-imports", everyMs: 60_000, run: () => forgetImports(context) },
    { name: "forget-unconfirmed", everyMs: 60_000, run: () => forgetUnconfirmed(context) },
    { name: "partitions", everyMs: HOUR_MS, run: () => ensurePartitions(data, clock()) },
    { name: "retention", everyMs: HOUR_MS, run: () => forgetOld(context) },
    { name: "idempotency-keys", everyMs: 60_000, run: () => forgetOldKeys(context) },
    { name: "notifications", everyMs: 60_000, run: () => forgetNotifications(context) },
  ];
}

function forgetOldKeys({ data, clock }: Context): Promise<number> {
  return forgetKeys(data, new Date(clock().getTime() - IDEMPOTENCY_KEPT_HOURS * HOUR_MS), BATCH);
}

async function loop(context: Context, task: Task, stop: AbortSignal): Promise<void> {
  let empty = 0;
  while (!stop.aborted) {
    const outcome = await runOnce(context, task);
    empty = outcome === "nothing" ? empty + 1 : 0;
    await wait(restOf(task, outcome, empty), stop);
  }
}

type Outcome = "done" | "nothing" | "failed";

function restOf({ everyMs, quietMs = everyMs }: Task, outcome: Outcome, empty: number): number {
  if (outcome === "failed") return Math.max(everyMs, AFTER_FAILURE_MS);
  return empty >= QUIET_RUNS ? quietMs : everyMs;
}

async function runOnce(context: Context, task: Task): Promise<Outcome> {
  let found: unknown;
  try {
    // Where another scheduler is at it there is nothing to do either.
    const ran = await withTaskLock(context.data, task.name, async () => (found = await task.run()));
    return ran && found !== 0 ? "done" : "nothing";
  } catch (error) {
    context.log.error({ err: error, task: task.name }, "a scheduled task failed; it is tried again shortly");
    return "failed";
  }
}

/** Ends early when stopped, which is no failure. */
async function wait(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined);
}
