const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/** A process that ran this long counts as healthy again. */
export const CALM_MS = 60_000;

/** Milliseconds to wait before the restart after the `deaths`-th death in a row (from 1): 0.25 s doubling to 10 s. */
export function backOff(deaths: number): number {
  return Math.min(FIRST_MS * 2 ** (deaths - 1), LONGEST_MS);
}

/** How many deaths in a row this one makes, the process having run for `ranMs`. */
export function deathsInARow(before: number, ranMs: number): number {
  return ranMs >= CALM_MS ? 1 : before + 1;
}
