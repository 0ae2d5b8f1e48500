import { isMachine } from "@sendex/core/analytics/machine";
import type { EventData, TimelineType } from "@sendex/core/webhooks/event";
import type { EmailReport } from "@sendex/core/reports/report";
import type { ReportItem } from "@sendex/core/reports/items";
import { countsInRate, HURT } from "@sendex/core/reputation/rate";
import { advance, firstShowsSent, hurts, type RecipientState } from "@sendex/core/reports/status";
import type { Fact } from "@sendex/data/reports/facts";
import type { NewEvent } from "@sendex/data/webhooks/record-events";
import type { Target, TargetMove } from "@sendex/data/reports/targets";
import type { HeardOf } from "../sending/learn-domains";
import { type ReportedSuppression, suppressionOf } from "../suppressions/suppress-reported";
import { newEntry } from "../webhooks/new-entry";
import { newFact, newFacts } from "./new-fact";

/** What a report changes. */
export interface Changes {
  /** Some recipient is the one that it is about. */
  matched: boolean;
  /** Of the messages that it is about, those that a trace is kept of. */
  traces: Set<string>;
  moves: TargetMove[];
  events: NewEvent[];
  suppressions: ReportedSuppression[];
  facts: Fact[];
  heard: HeardOf[];
  /** Of items that move no status: they count where the timeline does not have them yet. */
  unmoved: Unmoved[];
}

export interface Unmoved {
  event: NewEvent;
  /** What else follows from it. */
  facts: Fact[];
  heard: HeardOf[];
}

export function noChanges(): Changes {
  return {
    ...{ matched: false, traces: new Set<string>(), moves: [], events: [], suppressions: [] },
    ...{ facts: [], heard: [], unmoved: [] },
  };
}

export interface Application {
  report: EmailReport;
  item: ReportItem;
  target: Target;
  now: Date;
  changes: Changes;
}

/** Applies one item of a report to the recipient that it is about; `target` has its new state afterwards. */
export function applyItem(application: Application): void {
  const { report, item, target, now, changes } = application;
  const current: RecipientState = { status: target.status, rank: target.rank };
  const next = item.event && advance(current, item.event);
  if (!next) return keepUnmoved(application);
  if (item.event && firstShowsSent(current, item.event)) record(application, "sent", {});
  move(application, next);
  if (hurts(current, next) && countsInRate(item.data, target.address))
    changes.facts.push(newFact(target, HURT, target.sentAt ?? report.at));
  record(application, item.type, item.data);
  changes.heard.push({ route: target.route, address: target.address, item });
  const suppression = suppressionOf(item, target, now);
  if (suppression) changes.suppressions.push(suppression);
}

/**
 * An open or a click has a webhook and is counted as often as it happens. What would have moved the status and came too
 * late for that is on the timeline alone: its webhook comes once a recipient.
 */
function keepUnmoved(application: Application): void {
  const { report, item, target, changes } = application;
  if (item.event === "sent" && target.sesMessageId === report.sesMessageId) return;
  const event = entryOf(application, item.type, item.data);
  changes.unmoved.push(
    item.event
      ? { event: { ...event, webhook: null }, facts: [], heard: [] }
      : {
          event,
          facts: [newFact(target, item.type, target.sentAt ?? report.at)],
          heard: [{ route: target.route, address: target.address, item }],
        },
  );
}

function move({ report, item, target, changes }: Application, next: RecipientState): void {
  const sentAt = target.sentAt ?? report.at;
  Object.assign(target, {
    ...next,
    sentAt,
    unknown: false,
    sesMessageId: target.sesMessageId ?? report.sesMessageId,
  });
  changes.moves.push({
    target,
    ...next,
    reason: next.status === "delivered" || next.status === "sent" ? null : reasonOf(item.data),
    sesMessageId: report.sesMessageId,
    sentAt,
    deliveredAt: next.status === "delivered" ? report.at : null,
  });
}

function reasonOf({ reason, detail, bounce }: EventData): string | null {
  return bounce?.message || detail || reason || null;
}

function record(application: Application, type: TimelineType, data: EventData): void {
  const { report, target, changes } = application;
  changes.events.push(entryOf(application, type, data));
  changes.facts.push(...newFacts(target, type, target.sentAt ?? report.at));
}

function entryOf({ report, target, now }: Application, type: TimelineType, data: EventData): NewEvent {
  const { sesMessageId, tags, at } = report;
  const touch = data.open ?? data.click;
  const rehearsed = target.route === "sandbox";
  const byMachine = touch && isMachine({ ...touch, at, sentAt: target.sentAt, rehearsed });
  const full: EventData = {
    attempt: tags.attempt ?? target.attempt,
    sesMessageId,
    ...data,
    ...(byMachine && { machine: true }),
  };
  return newEntry(target, type, full, now, at);
}
