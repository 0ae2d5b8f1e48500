/** Stands still until it is moved. */
export interface TestClock {
  now(): Date;
  advance(ms: number): void;
  set(now: Date): void;
}

export function openTestClock(start: Date): TestClock {
  let now = start;
  return {
    now: () => new Date(now),
    advance: (ms) => void (now = new Date(now.getTime() + ms)),
    set: (date) => void (now = date),
  };
}
