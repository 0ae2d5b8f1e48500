import { invalidFields } from "@sendex/core/error";
import { presentEmail } from "@sendex/wire/messages/present";
import { readSchedule } from "@sendex/core/accepting/schedule";
import { cancel } from "@sendex/pipeline/messages/cancel";
import { getMessage, listMessages, regionOf } from "@sendex/pipeline/messages/read";
import { reschedule } from "@sendex/pipeline/messages/reschedule";
import { metricsRoute } from "../analytics/routes";
import { asWritten, renameAliases } from "./aliases";
import type { Reply } from "../http/reply";
import {
  acceptedBatch,
  acceptedEmail,
  changedEmail,
  email,
  emailList,
  movedEmail,
} from "../accepting/responses";
import { readEmail } from "./read-draft";
import type { Doc, Exchange, Route } from "../http/endpoint";
import { MESSAGE_QUERY, readMessageQuery } from "../http/list-query";
import { messageId } from "../http/path-id";
import { batchHeaders, SEND_ERRORS, sendHeaders } from "../accepting/headers";
import { batchSchema, emailSchema, rescheduleSchema, sendAgainSchema } from "./schemas";
import { sendAgain } from "./send-again";
import { getSource, SOURCE } from "./source";
import { csvOfMessages } from "../messages/csv";
import { wantsCsv } from "../http/csv";
import { sendBatch } from "./send-batch";
import { sendOne } from "../accepting/send";
import { asObject, checkShape } from "../http/shape";

const BASE = "/api/v1/emails";

const SEND: Doc = {
  id: "emails.send",
  summary: "Send an email",
  body: emailSchema,
  headers: sendHeaders,
  responses: { 202: acceptedEmail },
};
const SEND_BATCH: Doc = {
  id: "emails.sendBatch",
  summary: "Send up to 100 emails",
  body: batchSchema,
  headers: batchHeaders,
  responses: { 202: acceptedBatch },
};
const LIST: Doc = {
  id: "emails.list",
  summary: "List emails, newest first",
  query: MESSAGE_QUERY.sendex,
  responses: { 200: emailList },
};
const GET: Doc = {
  id: "emails.get",
  summary: "Read an email with its timeline",
  responses: { 200: email },
};
const RESCHEDULE: Doc = {
  id: "emails.update",
  summary: "Move a scheduled email to another time",
  body: rescheduleSchema,
  responses: { 200: movedEmail },
};
const CANCEL: Doc = {
  id: "emails.cancel",
  summary: "Cancel an email that no worker has taken up",
  responses: { 200: changedEmail },
};

const SEND_AGAIN: Doc = {
  id: "emails.resend",
  summary: "Send the content of an email once more as a new one, to all of its recipients or to some",
  body: sendAgainSchema,
  headers: sendHeaders,
  responses: { 202: acceptedEmail },
  errors: SEND_ERRORS,
};

/** `/api/v1/emails`: the Sendex surface over messages. */
export const emailRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "send",
        body: "json",
        doc: SEND,
        run: (exchange) => sendOne(exchange, "sendex", readEmail),
      },
      GET: { need: "full", doc: LIST, run: list },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/batch`,
    endpoints: { POST: { need: "send", body: "json", doc: SEND_BATCH, run: sendBatch } },
  },
  metricsRoute,
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: { need: "full", doc: GET, run: get },
      PATCH: { need: "full", body: "json", doc: RESCHEDULE, run: patch },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/cancel`,
    endpoints: { POST: { need: "full", doc: CANCEL, run: cancelEmail } },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/resend`,
    endpoints: { POST: { need: "full", body: "optional", doc: SEND_AGAIN, run: sendAgain } },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/source`,
    endpoints: { GET: { need: "full", doc: SOURCE, run: getSource } },
  },
];

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  if (wantsCsv(exchange)) return csvOfMessages(exchange, "sendex");
  const { data, hasMore } = await listMessages(context, caller, readMessageQuery(query, "sendex"));
  const emails = data.map((message) =>
    presentEmail(message, { withContent: false, region: regionOf(context, message) }),
  );
  return { status: 200, body: { object: "list", data: emails, has_more: hasMore } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const message = await getMessage(context, caller, messageId(rest));
  return {
    status: 200,
    body: presentEmail(message, { withContent: true, region: regionOf(context, message) }),
  };
}

async function patch({ context, caller, parsed, ...rest }: Exchange): Promise<Reply> {
  const id = messageId(rest);
  const at = readTime(parsed.body, context.clock(), caller.timeZone);
  await reschedule(context, caller, id, at);
  return { status: 200, body: { object: "email", id, scheduled_at: at.toISOString() } };
}

/** A moment ago means now. */
function readTime(body: unknown, now: Date, timeZone: string): Date {
  const given = { ...asObject(body) };
  const written = renameAliases(given);
  const { value, errors } = checkShape(rescheduleSchema, given);
  if (errors.length > 0) throw invalidFields(asWritten(errors, written));
  const reading = readSchedule(value.scheduled_at ?? "", { now, field: "scheduled_at", timeZone });
  if ("error" in reading) throw invalidFields(asWritten([reading.error], written));
  return reading.at ?? now;
}

async function cancelEmail({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = messageId(rest);
  await cancel(context, caller, id);
  return { status: 200, body: { object: "email", id } };
}
