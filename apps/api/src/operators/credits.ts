import { invalidFields } from "@sendex/core/error";
import { listCredits, readCredits } from "@sendex/data/credits/entries";
import { afterCommit } from "@sendex/data/database/trouble";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { unlimitCredits } from "@sendex/pipeline/credits/unlimit";
import type { Reply } from "../http/reply";
import type { OperatorExchange, OperatorRoute } from "../http/endpoint";
import { asObject, checkShape } from "../http/shape";
import { accountReply } from "./accounts";
import { creditsResponse } from "./responses";
import { creditsSchema } from "./schemas";

const LINES_SHOWN = 100;

/** An account's credits. */
export const creditRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: "/admin/accounts/:id/credits",
    endpoints: {
      GET: {
        run: get,
        doc: {
          id: "credits.get",
          summary: "An account's credits, and the last 100 lines of its ledger",
          responses: { 200: creditsResponse },
        },
      },
      POST: {
        body: "json",
        run: change,
        doc: {
          id: "credits.grant",
          summary: "Grant credits, or make them unlimited from now on",
          body: creditsSchema,
          responses: { 200: creditsResponse },
        },
      },
    },
  },
];

async function get({ context, id }: Pick<OperatorExchange, "context" | "id">): Promise<Reply> {
  await accountReply({ context, id });
  const credits = (await readCredits(context.data, id)) ?? null;
  const data = await listCredits(context.data, id, { limit: LINES_SHOWN });
  return { status: 200, body: { object: "list", credits, data, has_more: false } };
}

async function change({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  await accountReply({ context, id });
  // An amount of null means something.
  const { value, errors } = checkShape(creditsSchema, { ...asObject(parsed.body) });
  if (errors.length > 0) throw invalidFields(errors);
  const { amount = null, note = null } = value;
  if (amount === null) await unlimitCredits(context, id, caller.by);
  else await grantCredits(context, { accountId: id, amount, note, by: caller.by });
  return afterCommit(() => get({ context, id }));
}
