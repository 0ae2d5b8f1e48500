import { timeOut } from "@sendex/kit/time-out";

/**
 * Runs `run` and rejects when it takes longer than `ms`. The work itself is not stopped: a Redis command cannot be
 * taken back, so the caller must be safe against its late effect.
 */
export async function bounded<T>(ms: number, what: string, run: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timeOut(ms, () => reject(new Error(`${what} took longer than ${ms} ms`)));
    run().then(resolve, reject).finally(callOff);
  });
}
