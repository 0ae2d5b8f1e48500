import { invalidFields, SendexError } from "@sendex/core/error";
import { defined } from "@sendex/kit/defined";
import { isId } from "@sendex/crypto/token";
import { pageAccounts } from "@sendex/data/accounts/accounts";
import { afterCommit } from "@sendex/data/database/trouble";
import { countHeld } from "@sendex/data/reputation/held";
import { readHistory } from "@sendex/data/reputation/history";
import { changeAccount } from "@sendex/pipeline/accounts/change";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { changeTier } from "@sendex/pipeline/reputation/change-tier";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { resumeSource } from "@sendex/pipeline/reputation/resume-source";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { presentAccount } from "@sendex/wire/accounts";
import type { Reply } from "../http/reply";
import type { Doc, OperatorExchange, OperatorRoute } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import { sourceId } from "../http/path-id";
import { asObject, checkShape, readFields } from "../http/shape";
import { operatorAccountResponse, presentHistory } from "./history";
import { accountListResponse, heldListResponse } from "./responses";
import { accountQuery, accountSchema, noteSchema, suspendSchema } from "./schemas";

const BASE = "/admin/accounts";

const act = (id: string, summary: string, rest: Partial<Doc> = {}): Doc => ({
  id: `accounts.${id}`,
  summary,
  responses: { 200: operatorAccountResponse },
  ...rest,
});

/** Accounts, their standing, and what is held for them. */
export const accountRoutes: OperatorRoute[] = [
  {
    surface: "admin",
    path: BASE,
    endpoints: {
      GET: {
        run: list,
        doc: act("list", "Accounts by their ids", {
          query: accountQuery,
          responses: { 200: accountListResponse },
        }),
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id`,
    endpoints: {
      GET: { run: get, doc: act("get", "An account with its standing, and what that rests on") },
      PATCH: {
        body: "json",
        run: patch,
        doc: act("update", "Set tier, guideline and time zone", { body: accountSchema }),
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id/suspend`,
    endpoints: {
      POST: {
        body: "json",
        run: suspendAccount,
        doc: act("suspend", "Suspend an account", { body: suspendSchema, errors: ["unprocessable_entity"] }),
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id/reinstate`,
    endpoints: {
      POST: {
        body: "json",
        run: reinstateAccount,
        doc: act("reinstate", "End an account's suspension", {
          body: noteSchema,
          errors: ["unprocessable_entity"],
        }),
      },
    },
  },
  {
    surface: "admin",
    path: `${BASE}/:id/pauses/:part/resume`,
    endpoints: { POST: { run: resume, doc: act("resume", "Let a paused key or template go on") } },
  },
  {
    surface: "admin",
    path: "/admin/holds",
    endpoints: {
      GET: {
        run: holds,
        doc: {
          id: "holds.list",
          summary: "Held recipients by account",
          responses: { 200: heldListResponse },
        },
      },
    },
  },
];

/** An account as operators see it: as its owner does, and what is over of its standing. Throws not_found. */
export async function accountReply({
  context,
  id,
}: Pick<OperatorExchange, "context" | "id">): Promise<Reply> {
  const view = isId("acc", id) ? await readAccount(context, id) : undefined;
  if (!view) throw new SendexError("not_found", "There is no such account.");
  const history = presentHistory(await readHistory(context.data, id));
  return { status: 200, body: { ...presentAccount(view), history } };
}

async function list({ context, query }: OperatorExchange): Promise<Reply> {
  const { data, hasMore } = await pageAccounts(context.data, readQuery(accountQuery, query));
  return { status: 200, body: { object: "list", data, has_more: hasMore } };
}

async function get(exchange: OperatorExchange): Promise<Reply> {
  return accountReply(exchange);
}

async function patch({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  await accountReply({ context, id });
  // A guideline of null means something.
  const { value, errors } = checkShape(accountSchema, { ...asObject(parsed.body) });
  if (errors.length > 0) throw invalidFields(errors);
  const { tier, guideline, timezone } = value;
  if (timezone !== undefined) await changeAccount(context, id, { timeZone: timezone }, caller.by);
  const standing = defined({ tier, guideline });
  if (Object.keys(standing).length > 0)
    await changeTier(context, { accountId: id, by: caller.by, ...standing });
  return afterCommit(() => accountReply({ context, id }));
}

async function suspendAccount({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  await accountReply({ context, id });
  const { reason = "" } = readFields(suspendSchema, parsed.body);
  if (!(await suspend(context, id, { cause: "operator", reason, evidence: {} }, caller.by)))
    throw new SendexError("unprocessable_entity", "The account is suspended already.");
  return afterCommit(() => accountReply({ context, id }));
}

async function reinstateAccount({ context, id, caller, parsed }: OperatorExchange): Promise<Reply> {
  await accountReply({ context, id });
  const { note = null } = readFields(noteSchema, parsed.body);
  if (!(await reinstate(context, { accountId: id, by: caller.by, note })))
    throw new SendexError("unprocessable_entity", "The account is not suspended.");
  return afterCommit(() => accountReply({ context, id }));
}

async function resume({ context, id, part, caller }: OperatorExchange): Promise<Reply> {
  await accountReply({ context, id });
  await resumeSource(context, { accountId: id, sourceId: sourceId({ id: part }), operator: caller.by });
  return afterCommit(() => accountReply({ context, id }));
}

async function holds({ context }: OperatorExchange): Promise<Reply> {
  return { status: 200, body: { object: "list", data: await countHeld(context.data), has_more: false } };
}
