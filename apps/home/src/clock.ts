/** The time, for the home start. */
export function now(): Date {
  return new Date();
}
