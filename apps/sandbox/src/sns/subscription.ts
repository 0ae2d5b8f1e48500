import { randomBytes, randomUUID } from "node:crypto";

export interface Subscription {
  endpoint: string;
  arn: string;
  token: string;
  confirmed: boolean;
}

/** The wait before the confirmation is asked for again, in milliseconds. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/** A new subscription: unconfirmed, with a token that only its endpoint gets. */
export function newSubscription(topicArn: string, endpoint: string): Subscription {
  return {
    endpoint,
    arn: `${topicArn}:${randomUUID()}`,
    token: randomBytes(120).toString("hex"),
    confirmed: false,
  };
}

/**
 * Asks the endpoint to confirm, again and again with a growing wait, until it has or `isWanted` says no more.
 * The real service asks a few times only; an API that starts later than the sandbox must still be found.
 */
export function askForConfirmation(ask: () => Promise<unknown>, isWanted: () => boolean): void {
  const again = async (waitMs: number): Promise<void> => {
    if (!isWanted()) return;
    await ask().catch(() => undefined);
    setTimeout(() => void again(Math.min(waitMs * 2, LONGEST_WAIT_MS)), waitMs).unref();
  };
  void again(FIRST_WAIT_MS);
}
