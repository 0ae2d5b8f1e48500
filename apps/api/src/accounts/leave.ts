import { invalidFields, SendexError } from "@sendex/core/error";
import { eraseOwnAccount } from "@sendex/pipeline/accounts/erase-own";
import { beginExport, openExport } from "@sendex/pipeline/accounts/export-link";
import type { Request, Response } from "express";
import type { Edge, Exchange, PublicRoute, Route } from "../http/endpoint";
import { streamed } from "../http/csv";
import { queryOf } from "../http/exchange";
import { countStranger } from "../http/identify";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { eraseSchema, erasureResponse, exportResponse } from "./schemas";
import { refusePartOfAccount } from "@sendex/pipeline/access/refuse";

const DOWNLOAD = "/api/v1/account/export/download";

/** What is an account's to take along, and to end. */
export const leaveRoutes: Route[] = [
  {
    surface: "sendex",
    path: "/api/v1/account/export",
    endpoints: {
      POST: {
        need: "full",
        role: "admin",
        run: begin,
        doc: {
          id: "account.export",
          summary: "A link to everything the account has, live and test, as JSON lines",
          responses: { 201: exportResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: "/api/v1/account/erase",
    endpoints: {
      POST: {
        need: "full",
        role: "owner",
        body: "json",
        run: erase,
        doc: {
          id: "account.erase",
          summary: "Erase the account for good: its keys are revoked and its content is unreadable at once",
          body: eraseSchema,
          responses: { 202: erasureResponse },
        },
      },
    },
  },
];

/** What the link leads to. */
export const exportRoutes: PublicRoute[] = [
  { surface: "public", path: DOWNLOAD, endpoints: { GET: { run: download } } },
];

async function begin({ context, caller, origin }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  const { link, expiresAt } = beginExport(context, caller);
  const query = new URLSearchParams({ ...link });
  return {
    status: 201,
    body: {
      object: "account_export",
      download_url: `${origin}${DOWNLOAD}?${query.toString()}`,
      expires_at: expiresAt.toISOString(),
    },
  };
}

/** No key: the link is signed, so that a browser can save it as it comes. */
async function download(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const { context } = edge;
  await countStranger(edge, request, response);
  const query = queryOf(request);
  const given = (name: string): string => query.get(name) ?? "";
  const link = {
    account: given("account"),
    by: given("by"),
    expires: given("expires"),
    signature: given("signature"),
  };
  const lines = openExport(context, link, { count: request.method !== "HEAD" });
  if (!lines) throw new SendexError("not_found", "There is no such export: ask for another link.");
  const headers = {
    "Content-Type": "application/x-ndjson",
    "Content-Disposition": 'attachment; filename="sendex-account.jsonl"',
    "X-Content-Type-Options": "nosniff",
  };
  return streamed(context.log, headers, lines);
}

async function erase({ context, caller, parsed }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  const { confirm = "" } = readFields(eraseSchema, parsed.body);
  const erased = await eraseOwnAccount(context, caller, confirm);
  if (!erased)
    throw invalidFields([
      { field: "confirm", code: "format", message: "confirm must be the account's e-mail address." },
    ]);
  return {
    status: 202,
    body: {
      object: "account_erasure",
      id: caller.accountId,
      erasing_since: erased.erasingSince.toISOString(),
      erased_at: erased.erasedAt?.toISOString() ?? null,
      cancelled: erased.cancelled,
    },
  };
}
