import { SendexError } from "@sendex/core/error";
import { isId } from "@sendex/crypto/token";
import type { Exchange } from "./endpoint";

/** The path's message id, noted for the log line. What cannot be an id is answered as an unknown one, without a query. */
export function messageId({ id, call }: Pick<Exchange, "id" | "call">): string {
  if (!isId("msg", id)) throw new SendexError("not_found", "There is no such message.");
  call.messageIds = [id];
  return id;
}

/** The path's domain id. */
export function domainId({ id }: Pick<Exchange, "id">): string {
  if (!isId("dom", id)) throw new SendexError("not_found", "There is no such domain.");
  return id;
}

/** The path's key id. */
export function apiKeyId({ id }: Pick<Exchange, "id">): string {
  if (!isId("key", id)) throw new SendexError("not_found", "There is no such API key.");
  return id;
}

/** The path's id of a key, of a person in place of one, or of a template. */
export function sourceId({ id }: Pick<Exchange, "id">): string {
  if (!isId("key", id) && !isId("usr", id) && !isId("tpl", id))
    throw new SendexError("not_found", "There is no such key or template that is paused.");
  return id;
}

/** The path's webhook id. */
export function webhookId({ id }: Pick<Exchange, "id">): string {
  if (!isId("whk", id)) throw new SendexError("not_found", "There is no such webhook.");
  return id;
}

/** The path's id of a call. */
export function logId({ id }: Pick<Exchange, "id">): string {
  if (!isId("log", id)) throw new SendexError("not_found", "There is no such log.");
  return id;
}

/** The path's event id, below a webhook's. */
export function eventId({ part }: Pick<Exchange, "part">): string {
  if (!isId("evt", part)) throw new SendexError("not_found", "There is no such event of this endpoint.");
  return part;
}
