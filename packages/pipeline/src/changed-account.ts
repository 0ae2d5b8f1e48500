import type { Context } from "./context";

/** Tells every process that what it remembers of an account is out of date: from the next request on, everywhere. */
export async function changedAccount({ hints, notices }: Context, accountId: string): Promise<void> {
  hints.forget(accountId);
  await notices.changed(accountId);
}
