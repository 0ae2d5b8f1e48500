import { SendexError } from "@sendex/core/error";
import { isId } from "@sendex/crypto/token";
import { type AppealRow, findAppeal, openAppeals } from "@sendex/data/reputation/appeals";
import { decideAppeal } from "@sendex/pipeline/reputation/appeal";
import { presentAppeal } from "@sendex/wire/accounts";
import type { Reply } from "../http/reply";
import type { OperatorExchange, OperatorRoute } from "../http/endpoint";
import { listOf } from "../http/openapi/responses";
import { readQuery } from "../http/list-query";
import { readFields } from "../http/shape";
import { accountsAppealResponse } from "./responses";
import { adminPage, appealDecisionSchema } from "./schemas";

const BASE = "/admin/appeals";
const PAGE = adminPage("apl");

/** Appeals against suspensions. */
export const appealRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: BASE,
    endpoints: {
      GET: {
        run: list,
        doc: {
          id: "appeals.list",
          summary: "Appeals that wait for a decision",
          query: PAGE,
          responses: { 200: listOf(accountsAppealResponse) },
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
        doc: { id: "appeals.get", summary: "An appeal", responses: { 200: accountsAppealResponse } },
      },
      POST: {
        body: "json",
        run: decide,
        doc: {
          id: "appeals.decide",
          summary: "Grant or deny an appeal",
          body: appealDecisionSchema,
          responses: { 200: accountsAppealResponse },
          errors: ["unprocessable_entity"],
        },
      },
    },
  },
];

async function list({ context, query }: OperatorExchange): Promise<Reply> {
  const { limit, after = "" } = readQuery(PAGE, query);
  const found = await openAppeals(context.data, after, limit + 1);
  const data = found.slice(0, limit).map(present);
  return { status: 200, body: { object: "list", data, has_more: found.length > limit } };
}

async function get({ context, id }: OperatorExchange): Promise<Reply> {
  const found = isId("apl", id) ? await findAppeal(context.data, id) : undefined;
  if (!found) throw noAppeal();
  return { status: 200, body: present(found) };
}

async function decide({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  if (!isId("apl", id)) throw noAppeal();
  const { decision, note = null } = readFields(appealDecisionSchema, parsed.body);
  const decided = await decideAppeal(context, { id, granted: decision === "grant", by: caller.by, note });
  return { status: 200, body: present(decided) };
}

function present(appeal: AppealRow): object {
  return { ...presentAppeal(appeal), account_id: appeal.accountId };
}

function noAppeal(): SendexError {
  return new SendexError("not_found", "There is no such appeal.");
}
