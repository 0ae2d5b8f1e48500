import type { DraftReading } from "@sendex/core/accepting/draft";
import { SendexError } from "@sendex/core/error";
import { MAX_BATCH } from "@sendex/core/accepting/message";
import type { AcceptRequest } from "@sendex/pipeline/accepting/request";
import type { Items } from "@sendex/pipeline/accepting/check-items";
import type { Reply } from "../http/reply";
import { readEmail } from "./read-draft";
import type { Exchange } from "../http/endpoint";
import { send } from "../accepting/send";
import { fillingOf } from "../accepting/template-use";
import { isObject } from "@sendex/kit/loose";

type Validation = NonNullable<AcceptRequest["batch"]>;

/**
 * `POST /api/v1/emails/batch`: strict, where one bad item sends nothing, unless `x-batch-validation: permissive`
 * asks to leave the bad ones out. Source: docs/contract.md "Accepting a message".
 */
export function sendBatch(exchange: Exchange): Promise<Reply> {
  const batch = validationOf(exchange);
  return send(exchange, { dialect: "sendex", batch, readItems: (now) => readBatch(exchange, now) });
}

function validationOf({ header }: Exchange): Validation {
  const mode = header("x-batch-validation") ?? "strict";
  if (mode === "strict" || mode === "permissive") return mode;
  throw new SendexError("bad_request", "x-batch-validation must be strict or permissive.");
}

const NOT_AN_EMAIL: DraftReading = {
  errors: [{ field: "", code: "type", message: "An email must be a JSON object." }],
  addresses: { to: [], cc: [], bcc: [] },
  places: new Map(),
};

async function readBatch(exchange: Exchange, now: Date): Promise<Items> {
  const { body } = exchange.parsed;
  if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH) {
    throw new SendexError("bad_request", `The body must be an array of 1 to ${MAX_BATCH} emails.`);
  }
  const fillings = await Promise.all(body.map((item: unknown) => fillingOf(exchange, item)));
  const result: Items = { items: [], unread: [] };
  body.forEach((item: unknown, index) => {
    const reading = isObject(item) ? readEmail(item, now, exchange.caller, fillings[index]) : NOT_AN_EMAIL;
    if ("draft" in reading) result.items.push({ index, ...reading });
    else result.unread.push({ index, ...reading });
  });
  return result;
}
