import { DAY_MS } from "@sendex/kit/day";

const MINUTE_MS = 60_000;

/** Whether the runtime knows the zone by this name (IANA, in any case); an offset such as +09:00 is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z][\w+\-/]{0,63}$/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A zone's clocks, for whoever asks them often. */
export interface Zone {
  /** How far they are ahead of UTC at that time. */
  offsetMinutes(at: Date): number;
  /**
   * When they show this time, the first time they do; undefined where they skip it.
   * @param wall milliseconds, as if the clocks showed UTC
   */
  instantIn(wall: number): Date | undefined;
}

export function openZone(timeZone: string): Zone {
  const clock = clockOf(timeZone);
  return {
    offsetMinutes: (at) => offsetMs(at.getTime(), clock) / MINUTE_MS,
    instantIn(wall) {
      // A zone's offset changes at most once in these two days.
      const instants = [wall - DAY_MS, wall + DAY_MS]
        .map((near) => wall - offsetMs(near, clock))
        .filter((instant) => instant + offsetMs(instant, clock) === wall);
      return instants.length === 0 ? undefined : new Date(Math.min(...instants));
    },
  };
}

export function offsetMinutes(at: Date, timeZone: string): number {
  return openZone(timeZone).offsetMinutes(at);
}

export function instantIn(wall: number, timeZone: string): Date | undefined {
  return openZone(timeZone).instantIn(wall);
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const two = "2-digit";
  return new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
}

/** To the second, as zones before 1900 had it. */
function offsetMs(instant: number, clock: Intl.DateTimeFormat): number {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return shown - Math.floor(instant / 1000) * 1000;
}
