import type { Dialect } from "@sendex/core/accepting/message";
import { invalidFields, SendexError } from "@sendex/core/error";
import { readIdempotencyKey } from "@sendex/core/accepting/idempotency";
import { beginAccept, finishAccept } from "@sendex/pipeline/accepting/accept";
import type { Accepted, AcceptRequest } from "@sendex/pipeline/accepting/request";
import type { Items } from "@sendex/pipeline/accepting/check-items";
import type { Reply } from "../http/reply";
import type { Exchange } from "../http/endpoint";
import { utf8Header } from "../http/utf8-header";
import type { ReadDraft } from "./reading";
import { fillingOf } from "./template-use";

export interface Sending {
  dialect: Dialect;
  batch?: AcceptRequest["batch"];
  /**
   * The drafts in the body, their templates rendered.
   * @throws SendexError bad_request with fields
   */
  readItems(now: Date): Promise<Items>;
}

/** How both surfaces accept; a repeated request gets the first one's response, byte for byte. */
export async function send(exchange: Exchange, sending: Sending): Promise<Reply> {
  const { context } = exchange;
  const request = requestOf(exchange, sending);
  const known = await beginAccept(context, request);
  if (known) return replyOf(known);
  const items = await sending.readItems(request.now);
  const accepted = await finishAccept(context, request, items);
  exchange.call.messageIds = accepted.messageIds;
  return replyOf(accepted);
}

/** How both surfaces send a single message. */
export function sendOne(exchange: Exchange, dialect: Dialect, readDraft: ReadDraft): Promise<Reply> {
  const { caller, parsed } = exchange;
  const readItems = async (now: Date): Promise<Items> => {
    const filling = await fillingOf(exchange, parsed.body);
    const reading = readDraft(parsed.body, now, caller, filling);
    if ("errors" in reading) throw invalidFields(reading.errors);
    return { items: [{ index: 0, ...reading }], unread: [] };
  };
  return send(exchange, { dialect, readItems });
}

function requestOf(exchange: Exchange, { dialect, batch }: Sending): AcceptRequest {
  const { context, caller, parsed } = exchange;
  const idempotencyKey = keyOf(exchange);
  return {
    caller,
    dialect,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    fingerprint: parsed.fingerprint,
    now: context.clock(),
    ...(batch && { batch }),
  };
}

function keyOf({ header, parsed }: Exchange): string | undefined {
  const given = ["Idempotency-Key", "X-Idempotency-Key"].map((name) => utf8Header(name, header(name)));
  const reading = readIdempotencyKey([...given, ...parsed.keys]);
  if ("error" in reading) throw new SendexError("bad_request", reading.error.message);
  return reading.key;
}

function replyOf({ status, body, replayed }: Accepted): Reply {
  return { status, body, ...(replayed && { headers: { "Idempotent-Replayed": "true" } }) };
}
