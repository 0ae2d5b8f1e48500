import { noted } from "@sendex/kit/trace";
import { readNotification, type EmailReport } from "@sendex/core/reports/report";
import type { ReportItem } from "@sendex/core/reports/items";
import {
  closeNotifications,
  lockNotifications,
  type StoredNotification,
} from "@sendex/data/reports/notifications";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { countFacts } from "@sendex/data/reports/facts";
import { recordAccountEvents, recordEvents } from "@sendex/data/webhooks/record-events";
import {
  lockTargets,
  moveTargets,
  type Target,
  type TargetMove,
  type TargetName,
} from "@sendex/data/reports/targets";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { evaluate } from "../reputation/evaluate";
import { learnDomains } from "../sending/learn-domains";
import { suppressReported } from "../suppressions/suppress-reported";
import { leaveReported } from "../audiences/leave-reported";
import { applyItem, type Changes, noChanges } from "./apply-item";
import { keepUnknown } from "./keep-unknown";

/** An event may come before our own commit of the SES id it names: it is looked at again, 5 times in all. */
const UNMATCHED_TRIES = 5;
const UNMATCHED_WAIT_MS = 10_000;

/**
 * Ingests notifications: status by `advance`, timeline, suppression, counts, webhook deliveries and the closing of the
 * notifications, in one transaction. Each counts once, also when this runs twice or concurrently.
 */
export async function ingest(context: Context, ids: string[]): Promise<void> {
  const now = context.clock();
  const { read, deliveries, results, changes } = await keyedTransaction(context.data, async (client) => {
    const read = (await lockNotifications(client, ids)).map(readOne);
    const targets = await lockTargets(
      client,
      read.flatMap(({ names }) => names),
    );
    const changes = read.map((one) => changesOf(one, targets, now));
    const closings = read.map((one, i) => closing(one, changes[i]?.matched ?? false, now));
    await keepUnknown(client, changes);
    await moveTargets(client, lastMoves(changes.flatMap(({ moves }) => moves)));
    const listed = await suppressReported(
      context,
      client,
      changes.flatMap(({ suppressions }) => suppressions),
    );
    const events = changes.flatMap((change) => change.events);
    const left = await leaveReported(client, events, targets, now);
    const recorded = [
      ...(await recordEvents(client, events, now)),
      ...(await recordAccountEvents(client, [...left, ...listed], now)),
    ];
    await countFacts(
      client,
      changes.flatMap(({ facts }) => facts),
    );
    await closeNotifications(client, closings, now);
    context.failPoint("ingest:before-commit");
    return { read, deliveries: recorded, results: closings, changes };
  });
  read.forEach((one, i) => noteInTraces(one, changes[i]?.traces));
  for (const { events } of changes) for (const { type } of events) context.meters.add("events", { type });
  report(context, results);
  const accountIds = changes.flatMap(({ events }) => events.map(({ accountId }) => accountId));
  void emit(context, accountIds, deliveries);
  await evaluate(
    context,
    changes.flatMap(({ facts }) => facts),
  );
  await learnDomains(
    context,
    changes.flatMap(({ heard }) => heard),
  );
}

interface ReadNotification {
  stored: StoredNotification & { tries: number };
  report: EmailReport | undefined;
  /** What it came to where there is no report about mail of ours. */
  result: string;
  names: TargetName[];
}

function readOne(stored: StoredNotification & { tries: number }): ReadNotification {
  const report = readNotification(stored.body, stored.publishedAt);
  if (report.kind === "ignored")
    return { stored, report: undefined, result: `ignored: ${report.why}`, names: [] };
  const { account, message, recipient } = report.tags;
  const name: TargetName =
    account !== undefined && message !== undefined && recipient !== undefined
      ? { accountId: account, messageId: message, n: recipient }
      : { sesMessageId: report.sesMessageId };
  return { stored, report, result: report.eventType, names: [name] };
}

/** Applies a report's items one after the other; a target carries its state from one item to the next. */
function changesOf(read: ReadNotification, targets: Target[], now: Date): Changes {
  const changes = noChanges();
  const { report } = read;
  if (!report) return changes;
  for (const target of targets.filter((candidate) => isAbout(candidate, read))) {
    changes.matched = true;
    if (target.trace !== null) changes.traces.add(target.trace);
    for (const item of report.items)
      if (concerns(item, target)) applyItem({ report, item, target, now, changes });
  }
  return changes;
}

/** From when it came. */
function noteInTraces({ stored, report }: ReadNotification, traces: Iterable<string> = []): void {
  const attributes = { "sendex.sns.message_id": stored.id };
  for (const trace of traces)
    noted(trace, `SES event ${report?.eventType ?? ""}`, {
      ...{ kind: "CONSUMER", startTime: stored.receivedAt, attributes },
    });
}

/** The sandbox may report on mail that went to the sandbox, AWS on mail that went to SES. */
function isAbout(target: Target, { names, stored }: ReadNotification): boolean {
  const trusted = (stored.trust === "sandbox") === (target.route === "sandbox");
  return (
    trusted &&
    names.some((name) =>
      "messageId" in name
        ? name.accountId === target.accountId && name.messageId === target.messageId && name.n === target.n
        : name.sesMessageId === target.sesMessageId,
    )
  );
}

/** One SES call has one recipient; an address that names another is not about this one. */
function concerns(item: ReportItem, target: Target): boolean {
  return item.address === undefined || item.address.toLowerCase() === target.address.toLowerCase();
}

/** A target that moved several times in one batch is written once, as far as it came. */
function lastMoves(moves: TargetMove[]): TargetMove[] {
  const last = new Map<Target, TargetMove>();
  for (const next of moves) {
    const before = last.get(next.target);
    last.set(next.target, before ? { ...next, deliveredAt: next.deliveredAt ?? before.deliveredAt } : next);
  }
  return [...last.values()];
}

function closing(
  read: ReadNotification,
  matched: boolean,
  now: Date,
): { id: string; result: string; later: Date | null } {
  const { stored, report, result } = read;
  const { id } = stored;
  if (!report || matched) return { id, result, later: null };
  if (stored.tries + 1 >= UNMATCHED_TRIES) return { id, result: `unmatched: ${result}`, later: null };
  return { id, result: "unmatched yet", later: new Date(now.getTime() + UNMATCHED_WAIT_MS) };
}

/** What becomes of the service's own mail, where all is well. */
const EXPECTED = /^ignored: (Send|Delivery) about our own mail$/;

function report(context: Context, results: { id: string; result: string }[]): void {
  for (const { id, result } of results) {
    context.meters.add("notifications", { result: result.split(":")[0] ?? result });
    if (EXPECTED.test(result)) continue;
    if (result.includes(":"))
      context.log.warn({ notificationId: id, result }, "a notification had nothing to say to us");
  }
}
