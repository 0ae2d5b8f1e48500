import { SendexError } from "@sendex/core/error";
import { isOutcomeUnknown } from "@sendex/data/database/trouble";
import type { Call } from "./call";

const RETRY_AFTER_SECONDS = 2;

/**
 * The 503 of a request that met a database which cannot serve. It says that nothing was stored only where that is
 * certain. Source: docs/contract.md "Errors".
 */
export function databaseTrouble(
  failure: unknown,
  method: string,
  { sends }: Pick<Call, "sends">,
): SendexError {
  const details = { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: failure };
  return new SendexError("service_unavailable", sentence(isOutcomeUnknown(failure), method, sends), details);
}

function sentence(unknown: boolean, method: string, sends: boolean): string {
  if (method === "GET" || method === "HEAD") return "The database cannot be reached. Try again shortly.";
  if (!unknown) return "The database cannot be reached. Nothing was stored; try again shortly.";
  if (sends)
    return "The database's answer was lost, so the request may have been accepted. Repeat it with the same Idempotency-Key; without one it may be sent twice.";
  return "The database's answer was lost, so the change may have been stored. Look before you repeat it.";
}
