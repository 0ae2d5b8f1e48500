import { SendexError } from "@sendex/core/error";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";

const RETRY_AFTER_SECONDS = 2;

/** Runs `work`; a database that cannot serve becomes 503 with Retry-After, everything else passes as it is. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseTrouble(error)) throw error;
    throw new SendexError(
      "service_unavailable",
      "The service cannot reach its database. Nothing was changed; try again shortly.",
      {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
        cause: error,
      },
    );
  }
}

/** Runs `work`, which asks SES; its failure becomes 502. */
export async function orBadGateway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SendexError || isDatabaseTrouble(error)) throw error;
    throw new SendexError("bad_gateway", "Amazon SES did not do what was asked. Try again shortly.", {
      cause: error,
    });
  }
}
