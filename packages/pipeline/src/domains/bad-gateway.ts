import { SendexError } from "@sendex/core/error";

/** Runs `work`, which asks SES and nobody else; its failure becomes 502. */
export async function orBadGateway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SendexError("bad_gateway", "Amazon SES did not do what was asked. Try again shortly.", {
      cause: error,
    });
  }
}
