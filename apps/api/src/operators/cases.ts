import { SendexError } from "@sendex/core/error";
import { isId } from "@sendex/crypto/token";
import { findCase, openCases } from "@sendex/data/reputation/review-cases";
import { readCaseMail } from "@sendex/pipeline/reputation/read-case-mail";
import { decideCase } from "@sendex/pipeline/reputation/decide-case";
import type { Reply } from "../http/reply";
import type { OperatorExchange, OperatorRoute } from "../http/endpoint";
import { listOf } from "../http/openapi/responses";
import { readQuery } from "../http/list-query";
import { readFields } from "../http/shape";
import { caseMailResponse, caseResponse } from "./responses";
import { adminPage, caseDecisionSchema } from "./schemas";

const BASE = "/admin/cases";
const PAGE = adminPage("cas");

/** Cases of the content review. */
export const caseRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: BASE,
    endpoints: {
      GET: {
        run: list,
        doc: {
          id: "cases.list",
          summary: "Cases of the content review that wait for a decision",
          query: PAGE,
          responses: { 200: listOf(caseResponse) },
        },
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        run: get,
        doc: { id: "cases.get", summary: "A case with its reasons", responses: { 200: caseResponse } },
      },
      POST: {
        body: "json",
        run: decide,
        doc: {
          id: "cases.decide",
          summary: "Call a case legitimate or abuse",
          body: caseDecisionSchema,
          responses: { 200: caseResponse },
          errors: ["unprocessable_entity"],
        },
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id/mail`,
    endpoints: {
      GET: {
        run: mail,
        doc: {
          id: "cases.mail",
          summary: "The mail that a case is about; reading it stands in the account's audit log",
          responses: { 200: caseMailResponse },
        },
      },
    },
  },
];

async function list({ context, query }: OperatorExchange): Promise<Reply> {
  const { limit, after = "" } = readQuery(PAGE, query);
  const found = await openCases(context.data, after, limit + 1);
  const data = found.slice(0, limit);
  return { status: 200, body: { object: "list", data, has_more: found.length > limit } };
}

async function get({ context, id }: OperatorExchange): Promise<Reply> {
  const found = isId("cas", id) ? await findCase(context.data, id) : undefined;
  if (!found) throw noCase();
  return { status: 200, body: found };
}

async function decide({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  if (!isId("cas", id)) throw noCase();
  const { decision = "legitimate", note = null } = readFields(caseDecisionSchema, parsed.body);
  return { status: 200, body: await decideCase(context, { id, decision, by: caller.by, note }) };
}

async function mail({ context, id, caller }: OperatorExchange): Promise<Reply> {
  const found = isId("cas", id) ? await findCase(context.data, id) : undefined;
  if (!found) throw noCase();
  const read = await readCaseMail(context, found, caller.by);
  if (!read) throw new SendexError("not_found", "The mail of this case is gone.");
  const { createdAt, ...rest } = read;
  return {
    status: 200,
    body: {
      ...{ object: "case_mail", id, account_id: found.accountId, message_id: found.messageId },
      ...rest,
      created_at: createdAt.toISOString(),
    },
  };
}

function noCase(): SendexError {
  return new SendexError("not_found", "There is no such case.");
}
