import { DAY_MS } from "@sendex/kit/day";
import type { FieldError } from "../error";
import { parseInstant } from "./instant";
import { SCHEDULE_AHEAD_DAYS, SCHEDULE_PAST_SECONDS } from "./message";
import { parseEnglishTime } from "./english-time";

/** Longer than any time anyone writes; what is longer is not parsed. */
export const MAX_SCHEDULE_CHARACTERS = 100;
/** A text that begins like this is ISO 8601 throughout, or wrong. */
const ISO_LIKE = /^[+-]?\d{4,}-?\d\d/;

export interface ScheduleReading {
  now: Date;
  /** What the surface calls the time. */
  field: string;
  /** IANA, of the account: in which a time of day without a zone is meant. */
  timeZone: string;
}

/**
 * When a message is to leave. `at` is absent where that is now: at most a minute in the past.
 * Source: docs/contract.md "The life of a message".
 * @param given ISO 8601 with a zone, or English such as "in 5 minutes" and "tomorrow at 9am"
 */
export function readSchedule(
  given: string,
  { now, field, timeZone }: ScheduleReading,
): { at?: Date } | { error: FieldError } {
  const reading = parse(given.length <= MAX_SCHEDULE_CHARACTERS ? given.trim() : "", now, timeZone);
  if ("problem" in reading)
    return { error: { field, code: "format", message: `${field} ${reading.problem}` } };
  const { at } = reading;
  const ahead = at.getTime() - now.getTime();
  if (ahead > SCHEDULE_AHEAD_DAYS * DAY_MS) {
    const message = `${field} may lie at most ${SCHEDULE_AHEAD_DAYS} days ahead.`;
    return { error: { field, code: "out_of_range", message } };
  }
  if (ahead < -SCHEDULE_PAST_SECONDS * 1000) {
    return { error: { field, code: "out_of_range", message: `${field} lies in the past.` } };
  }
  return ahead > 0 ? { at } : {};
}

function parse(text: string, now: Date, timeZone: string): { at: Date } | { problem: string } {
  const instant = parseInstant(text);
  if (instant) return { at: instant };
  const english = ISO_LIKE.test(text) ? undefined : parseEnglishTime(text, now, timeZone);
  return english ?? { problem: FORMS };
}

const FORMS =
  'must be an ISO 8601 time with a zone, such as 2026-03-05T12:00:00Z, or English such as "in 5 minutes" or "tomorrow at 9am".';
