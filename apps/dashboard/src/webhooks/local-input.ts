const MINUTE_MS = 60_000;

/** `2026-03-05T12:00` of the viewer's clock, as an input of the type `datetime-local` wants it; the minute is rounded down. */
export function toLocalInput(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * MINUTE_MS;
  return new Date(at - offset).toISOString().slice(0, 16);
}
