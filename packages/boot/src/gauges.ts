import { ROUTES } from "@sendex/core/accepting/message";
import { countDeadLetters } from "@sendex/data/sending/dead-letters";
import { countWaiting } from "@sendex/data/analytics/roll-up";
import { differingHours } from "@sendex/data/ledger/hours";
import type { Context } from "@sendex/pipeline/context";
import { countUnexplained, oldestUnexplainedAge } from "@sendex/pipeline/ledger/unexplained";
import type { OpenedMeters, Sample } from "./meters";
import { countConnections } from "@sendex/data/database/open";

const SHOWN_DOMAINS = 20;
/** Beyond this the exact number is of no use, and counting costs. */
const MAX_COUNTED = 10_000;

type Watched = Pick<Context, "queues" | "data" | "clock" | "domains" | "streams">;

/** Gauges that every process shows: the queues as Redis has them, what the ledger knows, and what it has open itself. */
export function watchContext(opened: OpenedMeters, context: Watched): void {
  watchQueues(opened, context);
  watchLedger(opened, context);
  opened.watch({
    name: "domain_pace",
    help: "Recipients a second that a destination domain is sent, of the slowest that are limited",
    labels: ["route", "domain"],
    read: () => slowestDomains(context),
  });
  opened.watch({
    name: "metrics_waiting",
    help: `Entries of timelines that analytics have not counted yet, counted up to ${MAX_COUNTED}`,
    read: async () => [{ value: await countWaiting(context.data, MAX_COUNTED) }],
  });
  opened.watch({
    name: "event_streams",
    help: "Event streams that this process has open",
    read: async () => [{ value: context.streams.count() }],
  });
  opened.watch({
    name: "database_connections",
    help: "Connections of this process to PostgreSQL, and callers waiting for one",
    labels: ["state"],
    read: async () =>
      Object.entries(countConnections(context.data)).map(([state, value]) => ({ value, labels: { state } })),
  });
}

function watchQueues(opened: OpenedMeters, { queues }: Watched): void {
  const depths = shareInFlight(() => queues.depths());
  const perQueue = (name: string, help: string, pick: (depth: Depth) => number) =>
    opened.watch({
      name,
      help,
      labels: ["queue"],
      read: async () =>
        Object.entries(await depths()).map(([queue, depth]) => ({ value: pick(depth), labels: { queue } })),
    });
  perQueue("queue_waiting", "Jobs waiting in Redis", ({ waiting }) => waiting);
  perQueue("queue_active", "Jobs in a worker's hands", ({ active }) => active);
  perQueue("queue_oldest_seconds", "Age of the oldest waiting job", ({ oldestMs }) => oldestMs / 1000);
}

function watchLedger(opened: OpenedMeters, { data, clock }: Watched): void {
  opened.watch({
    name: "oldest_unexplained_seconds",
    help: "How long the recipient that ought to have moved has not: first in its backlog and not taken, past its lease, or adrift",
    read: async () => [{ value: ((await oldestUnexplainedAge(data, clock()))?.ageMs ?? 0) / 1000 }],
  });
  opened.watch({
    name: "ledger_unexplained",
    help: "Recipients that are neither final nor explainably in flight: adrift, or long past their lease",
    read: async () => [{ value: await countUnexplained(data, clock()) }],
  });
  opened.watch({
    name: "ledger_difference",
    help: "Recipients accepted and not there, or there and not accepted, in hours that nobody has acknowledged",
    read: async () => [{ value: sum((await differingHours(data)).map(({ difference }) => difference)) }],
  });
  opened.watch({
    name: "dead_letters",
    help: `What waits for an operator to retry or release it; counted up to ${MAX_COUNTED}`,
    labels: ["kind"],
    read: async () =>
      (await countDeadLetters(data, MAX_COUNTED)).map(({ kind, count }) => ({
        value: count,
        labels: { kind },
      })),
  });
}

type Depth = Awaited<ReturnType<Context["queues"]["depths"]>>["deliver"];

/** One scrape reads all gauges at once, and so asks once. */
function shareInFlight<T>(read: () => Promise<T>): () => Promise<T> {
  let inFlight: Promise<T> | undefined;
  return () => {
    inFlight ??= read().finally(() => {
      inFlight = undefined;
    });
    return inFlight;
  };
}

/** Bounded, since a label's values are. */
async function slowestDomains({ domains, clock }: Pick<Context, "domains" | "clock">): Promise<Sample[]> {
  const limits = await Promise.all(
    ROUTES.map(async (route) =>
      (await domains.limits(route, clock())).map(({ domain, perSecond }) => ({
        value: perSecond,
        labels: { route, domain },
      })),
    ),
  );
  return limits
    .flat()
    .sort((a, b) => a.value - b.value)
    .slice(0, SHOWN_DOMAINS);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
