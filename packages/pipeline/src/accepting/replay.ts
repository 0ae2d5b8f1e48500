import { decideReplay } from "@sendex/core/accepting/idempotency";
import { SendexError } from "@sendex/core/error";
import { findResponse } from "@sendex/data/accepting/idempotency-keys";
import type { Context } from "../context";
import type { Accepted, AcceptRequest } from "./request";

/**
 * The response that a request with this idempotency key has had already.
 * @throws SendexError idempotency_conflict where that was another request
 */
export async function findReplay(context: Context, request: AcceptRequest): Promise<Accepted | undefined> {
  const { caller, dialect, idempotencyKey: key, fingerprint } = request;
  if (key === undefined) return undefined;
  const { accountId, mode } = caller;
  const known = await findResponse(context.data, { accountId, mode, surface: dialect, key });
  if (!known) return undefined;
  if (decideReplay(known, fingerprint, dialect) === "conflict")
    throw new SendexError(
      "idempotency_conflict",
      "This idempotency key was used with another request body. Use a new key for a new message.",
    );
  return { status: known.status, body: known.response, replayed: true, messageIds: [] };
}
