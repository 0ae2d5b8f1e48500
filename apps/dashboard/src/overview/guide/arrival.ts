import type { Status } from "../../ui/text/status";

/** What is shown of a mail on its way. */
export interface Stop {
  status: "queued" | "sent" | "delivered";
  /** When it came there; absent: not yet. */
  at?: string;
}

const STOPS = ["queued", "sent", "delivered"] as const;
const SETTLED: Status[] = ["delivered", "bounced", "complained", "failed", "suppressed", "cancelled"];

/** Accepted, sent, delivered: with the time of each, as the timeline has it. */
export function stopsOf(events: readonly { type: string; at: string }[]): Stop[] {
  return STOPS.map((status) => ({ status, at: events.find(({ type }) => type === status)?.at }));
}

export function isSettled({ status }: { status: Status }): boolean {
  return SETTLED.includes(status);
}

/** Seconds from the first moment to the second: "0.4". */
export function secondsBetween(from: string, to: string, language: string): string {
  const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(seconds);
}
