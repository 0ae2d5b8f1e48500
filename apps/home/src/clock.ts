/** The time, for whoever starts things here. */
export function now(): Date {
  return new Date();
}
