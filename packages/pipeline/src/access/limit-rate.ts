import type { Caller } from "@sendex/core/access";
import type { RateState } from "@sendex/queue/rate-window";
import type { Context } from "../context";

/**
 * Unauthenticated requests of one address in a minute: enough for a misconfigured client, too few for guessing keys.
 */
export const ADDRESS_LIMIT_PER_MINUTE = 300;

/** Counts one request of this key, or of this person in all accounts; never rejects. */
export async function limitRate(
  context: Context,
  caller: Pick<Caller, "keyId" | "rateLimit">,
): Promise<RateState> {
  const limit = caller.rateLimit ?? context.settings.rateLimitPerMinute;
  return context.rates.hit(`key:${caller.keyId}`, limit, context.clock());
}

/** Counts one request without a known key from this address; never rejects. */
export async function limitAddress(context: Context, address: string): Promise<RateState> {
  return context.rates.hit(`address:${address}`, ADDRESS_LIMIT_PER_MINUTE, context.clock());
}
