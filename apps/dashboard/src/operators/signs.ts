import type { Meaning } from "../ui/text/status";
import type { LedgerHour, List, System } from "./answers";

/** What is looked at first: whether anything stands still, and how much. */
export interface Sign {
  id: "still" | "routes" | "deadLetters" | "held" | "cases" | "appeals" | "ledger";
  meaning: Meaning;
  count: number;
  /** There are more than were counted. */
  more?: boolean;
  /** Of the oldest. */
  seconds?: number;
}

export interface Seen {
  system?: System;
  held?: List<{ held: number }>;
  cases?: List<unknown>;
  appeals?: List<unknown>;
  ledger?: List<LedgerHour>;
}

/** Of what was read so far, the worst kind first. */
export function signsOf({ system, held, cases, appeals, ledger }: Seen): Sign[] {
  const signs: Sign[] = [];
  if (system) {
    const { unexplained, routes, dead_letters: letters } = system;
    const paused = routes.filter(({ paused_at }) => paused_at !== null).length;
    signs.push(
      sign("still", unexplained.recipients, "bad", { seconds: unexplained.oldest_seconds }),
      sign("routes", paused, "bad"),
      sign("deadLetters", letters.recipient + letters.delivery + letters.notification, "late"),
    );
  }
  if (ledger)
    signs.push(sign("ledger", ledger.data.filter(({ difference }) => difference !== 0).length, "bad"));
  if (held)
    signs.push(
      sign(
        "held",
        held.data.reduce((sum, one) => sum + one.held, 0),
        "late",
      ),
    );
  if (cases) signs.push(sign("cases", cases.data.length, "going", { more: cases.has_more }));
  if (appeals) signs.push(sign("appeals", appeals.data.length, "going", { more: appeals.has_more }));
  return signs;
}

function sign(id: Sign["id"], count: number, meaning: Meaning, rest: Partial<Sign> = {}): Sign {
  return { id, count, meaning: count > 0 ? meaning : "good", ...rest };
}

/** Those that an operator does something about now; what waits for a decision may wait. */
export function wrongOf(signs: Sign[]): Sign[] {
  return signs.filter(({ meaning }) => meaning === "bad" || meaning === "late");
}

/** From when on a job that waits is late, and from when on something is wrong. Source: "seen within 30 s", docs/contract.md. */
const LATE_SECONDS = 30;
const WRONG_SECONDS = 300;

/** What the age of a queue's oldest job means. */
export function lagOf(seconds: number): Meaning {
  if (seconds < LATE_SECONDS) return "good";
  return seconds < WRONG_SECONDS ? "late" : "bad";
}
