import { SendexError } from "@sendex/core/error";
import { DEAD_LETTER_KINDS, type DeadLetterKind } from "@sendex/core/sending/dead-letter";
import { isId } from "@sendex/crypto/token";
import { listDeadLetters, type ListedDeadLetter } from "@sendex/data/sending/dead-letters";
import { type Remedy, resolveDeadLetters } from "@sendex/pipeline/sending/resolve-dead-letters";
import Joi from "joi";
import type { OperatorExchange, OperatorRoute } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import { listOf, shown, time, words } from "../http/openapi/responses";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { deadLetterQuery, remedySchema } from "./schemas";

const BASE = "/admin/dead-letters";
const kind = Joi.valid(...DEAD_LETTER_KINDS);

const letter = shown({
  id: Joi.string(),
  kind,
  account_id: Joi.string().allow(null).description("Null: a notification belongs to none."),
  subject_id: Joi.string().description("Of the message, the event or the notification."),
  part: Joi.string()
    .allow(null)
    .description("The recipient's place in the message, or the delivery's endpoint."),
  mode: Joi.valid("live", "test").allow(null),
  reason: words,
  detail: words.allow(null),
  created_at: time,
});

/** What the machine gave up and an operator decides about. */
export const deadLetterRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: BASE,
    endpoints: {
      GET: {
        run: list,
        doc: {
          id: "deadLetters.list",
          summary: "Dead letters of one kind that wait for a decision, the oldest first",
          query: deadLetterQuery,
          responses: { 200: listOf(letter) },
        },
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id`,
    endpoints: {
      POST: {
        body: "json",
        run: resolve,
        doc: {
          id: "deadLetters.resolve",
          summary: "Let a dead letter go again, or give it up for good",
          body: remedySchema,
          responses: {
            200: shown({ object: Joi.valid("dead_letter"), id: Joi.string(), kind, remedy: Joi.string() }),
          },
        },
      },
    },
  },
];

async function list({ context, query }: OperatorExchange): Promise<Reply> {
  const { limit, after = "", kind: of = "recipient", account } = readQuery(deadLetterQuery, query);
  const filter = { kind: of, ...(account !== undefined && { accountId: account }) };
  const found = await listDeadLetters(context.data, filter, limit + 1, after);
  const data = found.slice(0, limit).map(present);
  return { status: 200, body: { object: "list", data, has_more: found.length > limit } };
}

async function resolve({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  if (!isId("dl", id)) throw noLetter();
  const { remedy = "retry" } = readFields(remedySchema, parsed.body);
  const of = await resolveOne(context, id, remedy, caller.by);
  if (!of) throw noLetter();
  return { status: 200, body: { object: "dead_letter", id, kind: of, remedy } };
}

/** An id does not say its kind. */
async function resolveOne(
  context: OperatorExchange["context"],
  id: string,
  remedy: Remedy,
  by: string,
): Promise<DeadLetterKind | undefined> {
  for (const of of DEAD_LETTER_KINDS)
    if ((await resolveDeadLetters(context, remedy, { kind: of, ids: [id] }, by)) > 0) return of;
  return undefined;
}

function present(one: ListedDeadLetter): object {
  const { id, kind: of, accountId, subjectId, part, mode, reason, detail, createdAt } = one;
  return {
    ...{ id, kind: of, account_id: accountId || null, subject_id: subjectId, part: part || null },
    ...{ mode, reason, detail, created_at: createdAt.toISOString() },
  };
}

function noLetter(): SendexError {
  return new SendexError("not_found", "There is no such dead letter.");
}
