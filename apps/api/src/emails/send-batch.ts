import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
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
  return send(exchange, { dialect: "sendex", batch, readItems: (now) => readBatch(exchange, batch, now) });
}

function validationOf({ header }: Exchange): Validation {
  const mode = header("x-batch-validation") ?? "strict";
  if (mode === "strict" || mode === "permissive") return mode;
  throw new SendexError("bad_request", "x-batch-validation must be strict or permissive.");
}

async function readBatch(exchange: Exchange, batch: Validation, now: Date): Promise<Items> {
  const { body } = exchange.parsed;
  if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH) {
    throw new SendexError("bad_request", `The body must be an array of 1 to ${MAX_BATCH} emails.`);
  }
  const fillings = await Promise.all(body.map((item: unknown) => fillingOf(exchange, item)));
  const fields: FieldError[] = [];
  const result: Items = { items: [], errors: [] };
  body.forEach((item: unknown, index) => {
    const reading = isObject(item) ? readEmail(item, now, null, fillings[index]) : { errors: [notAnEmail()] };
    if ("draft" in reading) {
      result.items.push({ index, draft: reading.draft });
      return;
    }
    result.errors.push({ index, message: reading.errors[0]?.message ?? "The email is not valid." });
    fields.push(...reading.errors.map((error) => prefixed(error, index)));
  });
  if (batch === "strict" && fields.length > 0) throw invalidFields(fields);
  return result;
}

function notAnEmail(): FieldError {
  return { field: "", code: "type", message: "An email must be a JSON object." };
}

function prefixed(error: FieldError, index: number): FieldError {
  const field = error.field === "" ? `[${index}]` : `[${index}].${error.field}`;
  return { ...error, field };
}
