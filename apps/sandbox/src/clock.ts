/** Milliseconds since the epoch; passed around so that tests can decide what time it is. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** ISO 8601 in UTC with milliseconds, as AWS writes times in events. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
