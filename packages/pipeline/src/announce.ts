import type { Context } from "./context";

/** What any process remembers of an account is out of date: from the next request on it is asked for anew. */
export async function announce({ hints, invalidations }: Context, accountId: string): Promise<void> {
  hints.forget(accountId);
  await invalidations.changed(accountId);
}
