import { SendexError } from "@sendex/core/error";

/** For what stands in Redis alone. */
export function redisAway(cause: unknown): never {
  throw new SendexError("service_unavailable", "Redis does not answer, and this stands in Redis.", {
    retryAfterSeconds: 5,
    cause,
  });
}
