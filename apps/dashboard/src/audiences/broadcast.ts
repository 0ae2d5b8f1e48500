import type { Broadcast, ListedBroadcast } from "@sendex/sdk/generated/api";

export type BroadcastState = ListedBroadcast["state"];

/** Source: packages/core/src/audiences/broadcast.ts; the API has the last word. */
const ACTS = {
  pause: ["queued", "sending"],
  resume: ["paused"],
  cancel: ["queued", "sending", "paused"],
  remove: ["draft", "sent", "cancelled", "failed"],
} as const satisfies Record<string, readonly BroadcastState[]>;
export type BroadcastAct = keyof typeof ACTS;

/** Whether that can be done with it as it is. */
export function can(act: BroadcastAct, { state }: Pick<ListedBroadcast, "state">): boolean {
  const states: readonly BroadcastState[] = ACTS[act];
  return states.includes(state);
}

/** Whether something of it changes from second to second. */
export function isGoing({ state }: Pick<ListedBroadcast, "state">): boolean {
  return state === "queued" || state === "sending" || state === "cancelling";
}

/** What people call it; undefined where it has neither a name nor a subject yet. */
export function nameOf({ name, subject }: Pick<ListedBroadcast, "name" | "subject">): string | undefined {
  return name || subject || undefined;
}

type Times = Pick<ListedBroadcast, "state" | "created_at" | "scheduled_at" | "started_at" | "ended_at">;
export type Moment = "created" | "scheduled" | "started" | "ended";

/** The last thing that happened to it, or is about to happen. */
export function momentOf({ state, created_at, scheduled_at, started_at, ended_at }: Times): {
  what: Moment;
  at: string;
} {
  if (ended_at !== null) return { what: "ended", at: ended_at };
  if (started_at !== null) return { what: "started", at: started_at };
  if (state !== "draft" && scheduled_at !== null) return { what: "scheduled", at: scheduled_at };
  return { what: "created", at: created_at };
}

/** How many get it, as things stand. */
export function readersOf({ audience }: Pick<Broadcast, "audience">): number {
  return Math.max(0, audience.contacts - audience.unsubscribed);
}

/** How much of its audience it has been through, 0 to 100; contacts that came since it began are not counted. */
export function progressOf({
  mails,
  skipped,
  audience,
}: Pick<Broadcast, "mails" | "skipped" | "audience">): number {
  if (audience.contacts === 0) return 0;
  return Math.min(100, ((mails + skipped) / audience.contacts) * 100);
}

/** What no mail can be made without and is not there yet. */
export function lacksOf({
  from,
  subject,
  html,
  text,
}: Pick<Broadcast, "from" | "subject" | "html" | "text">): ("from" | "subject" | "content")[] {
  return [
    ...(from ? [] : ["from" as const]),
    ...(subject ? [] : ["subject" as const]),
    ...(html || text ? [] : ["content" as const]),
  ];
}

const WATCH_MS = 1_500;
const CALM_MS = 10_000;
const MINUTE_MS = 60_000;

/** How often somebody who looks at it asks anew: what has been sent is still opened, and what is scheduled waits. */
export function watchMs(
  broadcast: Pick<ListedBroadcast, "state" | "scheduled_at">,
  now: number,
): number | false {
  const { state, scheduled_at } = broadcast;
  if (state === "draft") return false;
  const waits = state === "queued" && scheduled_at !== null && Date.parse(scheduled_at) - now > MINUTE_MS;
  return isGoing(broadcast) && !waits ? WATCH_MS : CALM_MS;
}

/** SES's words for a bounce are one outcome for whoever reads a report. */
export function bouncesOf({ results }: Pick<Broadcast, "results">): number {
  return results.bounced_permanent + results.bounced_transient + results.bounced_undetermined;
}
