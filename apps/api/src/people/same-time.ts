import { setTimeout as sleep } from "node:timers/promises";

/** Above what the slowest of the answers that must not be told apart takes, with a password to hash. */
const STEP_MS = 400;

/**
 * Lets a failure go at a whole step of time since it was begun, and a success too where `always`: how long it took says
 * nothing of what was found out meanwhile.
 */
export async function inSameTime<T>(work: () => Promise<T>, { always }: { always: boolean }): Promise<T> {
  const begun = performance.now();
  const wait = async (): Promise<void> => {
    const took = performance.now() - begun;
    await sleep(Math.ceil(took / STEP_MS) * STEP_MS - took);
  };
  try {
    const done = await work();
    if (always) await wait();
    return done;
  } catch (error) {
    await wait();
    throw error;
  }
}
