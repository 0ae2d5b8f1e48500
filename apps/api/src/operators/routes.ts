import { invalidFields, SendexError } from "@sendex/core/error";
import { isId } from "@sendex/crypto/token";
import { pageAccounts } from "@sendex/data/accounts/accounts";
import { listAudit } from "@sendex/data/access/audit";
import { findAppeal, openAppeals } from "@sendex/data/reputation/appeals";
import { listCredits, readCredits } from "@sendex/data/credits/entries";
import { countHeld } from "@sendex/data/reputation/held";
import { findCase, openCases } from "@sendex/data/reputation/review-cases";
import { decideAppeal } from "@sendex/pipeline/reputation/appeal";
import { changeTier } from "@sendex/pipeline/reputation/change-tier";
import { decideCase } from "@sendex/pipeline/reputation/decide-case";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { resumeSource } from "@sendex/pipeline/reputation/resume-source";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { unlimitCredits } from "@sendex/pipeline/credits/unlimit";
import express, { type Express } from "express";
import {
  type AdminEndpoint,
  type AdminExchange,
  type AdminRoute,
  mountAdminRoute,
} from "../http/admin-endpoint";
import type { Reply } from "../http/answer";
import type { Edge } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import { presentAccount, presentAppeal } from "../accounts/present";
import {
  accountQuery,
  adminPage,
  appealDecisionSchema,
  auditQuery,
  caseDecisionSchema,
  creditsSchema,
  noteSchema,
  suspendSchema,
  tierSchema,
} from "./schemas";
import { asObject, checkShape, readFields } from "../http/shape";

/** `/admin`: what operators see and decide. Every act is written to the audit log with its commit. */
export function mountAdmin(app: Express, edge: Edge): void {
  const router = express.Router();
  for (const route of ADMIN_ROUTES) mountAdminRoute(router, edge, route);
  app.use("/admin", router);
}

const ONE = "/accounts/:id";
const LINES_SHOWN = 100;

export const ADMIN_ROUTES: readonly AdminRoute[] = [
  {
    path: "/",
    endpoints: { GET: { about: "This list", run: async () => ({ status: 200, body: { data: index() } }) } },
  },
  { path: "/accounts", endpoints: { GET: { about: "Accounts: q, standing, limit, after", run: accounts } } },
  {
    path: ONE,
    endpoints: {
      GET: { about: "An account with its standing, and what that rests on", run: account },
      PATCH: { about: "tier, guideline (null: the tier's)", body: "json", run: patchTier },
    },
  },
  { path: `${ONE}/suspend`, endpoints: post("reason: for the owner", suspendAccount) },
  { path: `${ONE}/reinstate`, endpoints: post("note: for the owner", reinstateAccount) },
  {
    path: `${ONE}/credits`,
    endpoints: {
      GET: { about: "An account's credits, and the lines of its ledger", run: credits },
      ...post("amount to grant (null: unlimited from now on); note", changeCredits),
    },
  },
  { path: `${ONE}/pauses/:part/resume`, endpoints: post("Lets a paused key or template go on", resume) },
  { path: "/holds", endpoints: { GET: { about: "Held recipients by account", run: holds } } },
  { path: "/appeals", endpoints: { GET: { about: "Appeals that wait for a decision", run: appeals } } },
  {
    path: "/appeals/:id",
    endpoints: {
      GET: { about: "An appeal", run: getAppeal },
      ...post("decision: grant or deny; note: for the owner", decide),
    },
  },
  {
    path: "/cases",
    endpoints: { GET: { about: "Cases of the content review that wait for a decision", run: cases } },
  },
  {
    path: "/cases/:id",
    endpoints: {
      GET: { about: "A case with its reasons", run: getCase },
      ...post("decision: legitimate or abuse; note: for the owner", decideOne),
    },
  },
  { path: "/audit", endpoints: { GET: { about: "What operators did: account, limit, after", run: audit } } },
];

function post(about: string, run: AdminEndpoint["run"]): { POST: AdminEndpoint } {
  return { POST: { about, body: "json", run } };
}

function index(): object[] {
  return ADMIN_ROUTES.flatMap(({ path, endpoints }) =>
    Object.entries(endpoints).map(([method, { about }]) => ({ method, path: `/admin${path}`, about })),
  );
}

async function accounts({ context, query }: AdminExchange): Promise<Reply> {
  const { data, hasMore } = await pageAccounts(context.data, readQuery(accountQuery, query));
  return { status: 200, body: { object: "list", data, has_more: hasMore } };
}

async function account({ context, id }: Pick<AdminExchange, "context" | "id">): Promise<Reply> {
  const view = isId("acc", id) ? await readAccount(context, id) : undefined;
  if (!view) throw new SendexError("not_found", "There is no such account.");
  return { status: 200, body: presentAccount(view) };
}

async function patchTier({ context, id, by, body }: AdminExchange): Promise<Reply> {
  await account({ context, id });
  // A guideline of null means something.
  const { value, errors } = checkShape(tierSchema, { ...asObject(body) });
  if (errors.length > 0) throw invalidFields(errors);
  const { tier, guideline } = value;
  await changeTier(context, {
    accountId: id,
    by,
    ...(tier === undefined ? {} : { tier }),
    ...(guideline === undefined ? {} : { guideline }),
  });
  return account({ context, id });
}

async function suspendAccount({ context, id, by, body }: AdminExchange): Promise<Reply> {
  await account({ context, id });
  const { reason = "" } = readFields(suspendSchema, body);
  if (!(await suspend(context, id, { cause: "operator", reason, evidence: {} }, by)))
    throw new SendexError("unprocessable_entity", "The account is suspended already.");
  return account({ context, id });
}

async function reinstateAccount({ context, id, by, body }: AdminExchange): Promise<Reply> {
  await account({ context, id });
  const { note = null } = readFields(noteSchema, body);
  if (!(await reinstate(context, { accountId: id, by, note })))
    throw new SendexError("unprocessable_entity", "The account is not suspended.");
  return account({ context, id });
}

async function credits({ context, id }: Pick<AdminExchange, "context" | "id">): Promise<Reply> {
  await account({ context, id });
  const balance = (await readCredits(context.data, id)) ?? null;
  const data = await listCredits(context.data.pool, id, { limit: LINES_SHOWN });
  return { status: 200, body: { object: "list", credits: balance, data, has_more: false } };
}

async function changeCredits({ context, id, by, body }: AdminExchange): Promise<Reply> {
  await account({ context, id });
  // An amount of null means something.
  const { value, errors } = checkShape(creditsSchema, { ...asObject(body) });
  if (errors.length > 0) throw invalidFields(errors);
  const { amount = null, note = null } = value;
  if (amount === null) await unlimitCredits(context, id, by);
  else await grantCredits(context, { accountId: id, amount, note, by });
  return credits({ context, id });
}

async function resume({ context, id, part, by }: AdminExchange): Promise<Reply> {
  await account({ context, id });
  await resumeSource(context, { accountId: id, sourceId: part, operator: by });
  return account({ context, id });
}

async function holds({ context }: AdminExchange): Promise<Reply> {
  return { status: 200, body: { object: "list", data: await countHeld(context.data), has_more: false } };
}

async function appeals({ context, query }: AdminExchange): Promise<Reply> {
  const { limit, after = "" } = readQuery(adminPage("apl"), query);
  const found = await openAppeals(context.data, after, limit + 1);
  const data = found.slice(0, limit).map((one) => ({ ...presentAppeal(one), account_id: one.accountId }));
  return { status: 200, body: { object: "list", data, has_more: found.length > limit } };
}

async function getAppeal({ context, id }: AdminExchange): Promise<Reply> {
  const found = await findAppeal(context.data, id);
  if (!found) throw new SendexError("not_found", "There is no such appeal.");
  return { status: 200, body: { ...presentAppeal(found), account_id: found.accountId } };
}

async function decide({ context, id, by, body }: AdminExchange): Promise<Reply> {
  const { decision, note = null } = readFields(appealDecisionSchema, body);
  const decided = await decideAppeal(context, { id, granted: decision === "grant", by, note });
  return { status: 200, body: { ...presentAppeal(decided), account_id: decided.accountId } };
}

async function cases({ context, query }: AdminExchange): Promise<Reply> {
  const { limit, after = "" } = readQuery(adminPage("cas"), query);
  const found = await openCases(context.data, after, limit + 1);
  return {
    status: 200,
    body: { object: "list", data: found.slice(0, limit), has_more: found.length > limit },
  };
}

async function getCase({ context, id }: AdminExchange): Promise<Reply> {
  const found = await findCase(context.data, id);
  if (!found) throw new SendexError("not_found", "There is no such case.");
  return { status: 200, body: found };
}

async function decideOne({ context, id, by, body }: AdminExchange): Promise<Reply> {
  const { decision = "legitimate", note = null } = readFields(caseDecisionSchema, body);
  return { status: 200, body: await decideCase(context, { id, decision, by, note }) };
}

async function audit({ context, query }: AdminExchange): Promise<Reply> {
  const { account: accountId, ...page } = readQuery(auditQuery, query);
  const { data, hasMore } = await listAudit(context.data, { ...page, ...(accountId ? { accountId } : {}) });
  return { status: 200, body: { object: "list", data, has_more: hasMore } };
}
