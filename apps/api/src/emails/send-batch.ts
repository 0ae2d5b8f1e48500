import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { type Draft, MAX_BATCH } from "@sendex/core/accepting/message";
import type { Reply } from "../http/answer";
import { sendex } from "./read-draft";
import type { Exchange } from "../http/endpoint";
import { send } from "../accepting/send";
import { fillingOf } from "../accepting/template-use";
import { isObject } from "../http/shape";

interface ItemError {
  index: number;
  message: string;
}
interface Drafts {
  drafts: Draft[];
  /** Where in the request each draft stood. */
  indexes: number[];
  errors: ItemError[];
}

/**
 * `POST /api/v1/emails/batch`: strict, where one bad item sends nothing, unless `x-batch-validation: permissive`
 * asks to leave the bad ones out. Source: docs/contract.md "Accepting a message".
 */
export function sendBatch(exchange: Exchange): Promise<Reply> {
  const permissive = isPermissive(exchange);
  return send(exchange, {
    surface: "sendex",
    batch: true,
    permissive,
    readDrafts: (now) => readBatch(exchange, now, permissive),
    present: (messages, errors) => ({
      data: messages.map(({ id }) => ({ id })),
      ...(permissive && { errors }),
    }),
  });
}

function isPermissive({ header }: Exchange): boolean {
  const mode = header("x-batch-validation") ?? "strict";
  if (mode !== "strict" && mode !== "permissive") {
    throw new SendexError("bad_request", "x-batch-validation must be strict or permissive.");
  }
  return mode === "permissive";
}

async function readBatch(exchange: Exchange, now: Date, permissive: boolean): Promise<Drafts> {
  const { body } = exchange.parsed;
  if (!Array.isArray(body) || body.length === 0 || body.length > MAX_BATCH) {
    throw new SendexError("bad_request", `The body must be an array of 1 to ${MAX_BATCH} emails.`);
  }
  const fillings = await Promise.all(body.map((item: unknown) => fillingOf(exchange, item)));
  const fields: FieldError[] = [];
  const result: Drafts = { drafts: [], indexes: [], errors: [] };
  body.forEach((item: unknown, index) => {
    const reading = isObject(item)
      ? sendex.toDraft(item, now, null, fillings[index])
      : { errors: [notAnEmail()] };
    if ("draft" in reading) {
      result.drafts.push(reading.draft);
      result.indexes.push(index);
      return;
    }
    result.errors.push({ index, message: reading.errors[0]?.message ?? "The email is not valid." });
    fields.push(...reading.errors.map((error) => prefixed(error, index)));
  });
  if (!permissive && fields.length > 0) throw invalidFields(fields);
  return result;
}

function notAnEmail(): FieldError {
  return { field: "", code: "type", message: "An email must be a JSON object." };
}

function prefixed(error: FieldError, index: number): FieldError {
  const field = error.field === "" ? `[${index}]` : `[${index}].${error.field}`;
  return { ...error, field };
}
