import type { Context } from "./context";

/** Makes every process forget what it remembers of an account: the next request reads it anew. */
export async function announce({ hints, invalidations }: Context, accountId: string): Promise<void> {
  hints.forget(accountId);
  await invalidations.changed(accountId);
}
