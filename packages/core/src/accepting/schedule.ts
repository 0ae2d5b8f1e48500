import { DAY_MS } from "@sendex/kit/day";
import type { FieldError } from "../error";
import { SCHEDULE_AHEAD_DAYS, SCHEDULE_PAST_SECONDS } from "./message";

/** Longer than any form below. */
const MAX_LENGTH = 40;
/** Up to the minute, seconds, their fraction, the zone. */
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)$/;

/**
 * When a message is to leave. `at` is absent where that is now: at most a minute in the past. `field` is what
 * the surface calls the time. Source: docs/contract.md "The life of a message".
 */
export function readSchedule(text: string, now: Date, field: string): { at?: Date } | { error: FieldError } {
  const at = parseInstant(text);
  if (!at) {
    const message = `${field} must be an ISO 8601 time with a zone, such as 2026-03-05T12:00:00Z.`;
    return { error: { field, code: "format", message } };
  }
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

/** An ISO 8601 date and time with a zone, on a day and at a time that exist; finer than a millisecond is cut off. */
export function parseInstant(text: string): Date | undefined {
  const match = text.length <= MAX_LENGTH ? ISO.exec(text) : null;
  if (!match) return undefined;
  const [, minutes = "", seconds = "00", fraction = "", zone = ""] = match;
  const offset = zoneMinutes(zone);
  const written = `${minutes}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}Z`;
  const local = new Date(written);
  // Some days that do not exist (30 February) are read as later ones; those come back written differently.
  if (offset === undefined || Number.isNaN(local.getTime()) || local.toISOString() !== written)
    return undefined;
  return new Date(local.getTime() - offset * 60_000);
}

function zoneMinutes(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (zone.startsWith("-") ? -1 : 1);
}
