import { SendexError } from "@sendex/core/error";
import { refusePartOfAccount } from "@sendex/pipeline/access/refuse";
import { appeal } from "@sendex/pipeline/reputation/appeal";
import { changeOwnAccount } from "@sendex/pipeline/accounts/change";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { tryPreferences } from "@sendex/pipeline/audiences/leave";
import { resumeSource } from "@sendex/pipeline/reputation/resume-source";
import type { Reply } from "../http/reply";
import type { Exchange, Route } from "../http/endpoint";
import { sourceId } from "../http/path-id";
import { readSuspensions } from "@sendex/pipeline/reputation/read-suspensions";
import { presentAccount, presentAppeal, presentPastSuspension } from "@sendex/wire/accounts";
import {
  accountResponse,
  accountChangeSchema,
  appealResponse,
  appealSchema,
  brandPreviewResponse,
  brandPreviewSchema,
  pauseResumedResponse,
  suspensionListResponse,
} from "./schemas";
import { readFields } from "../http/shape";
import { preferencePreview } from "../audiences/leaving/page";
import { leaveRoutes } from "./leave";

const BASE = "/api/v1/account";

const SAMPLE_READER = "reader@example.com";

/** `/api/v1/account`: the caller's own account, its standing and what that rests on. */
export const accountRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: {
          id: "account.get",
          summary: "Get the account with its standing",
          responses: { 200: accountResponse },
        },
      },
      PATCH: {
        need: "full",
        role: "admin",
        body: "json",
        run: patch,
        doc: {
          id: "account.update",
          summary: "Change the account's settings",
          body: accountChangeSchema,
          responses: { 200: accountResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/brand/preview`,
    endpoints: {
      POST: {
        need: "full",
        role: "viewer",
        body: "json",
        run: previewBrand,
        doc: {
          id: "account.brand_preview",
          summary: "The page behind unsubscribe links as it would look, before anything is changed",
          body: brandPreviewSchema,
          responses: { 200: brandPreviewResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/suspensions`,
    endpoints: {
      GET: {
        need: "full",
        run: suspensions,
        doc: {
          id: "account.suspensions",
          summary: "The account's suspensions, with what each rested on and its appeals; the latest 50",
          responses: { 200: suspensionListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/appeals`,
    endpoints: {
      POST: {
        need: "full",
        role: "admin",
        body: "json",
        run: makeAppeal,
        doc: {
          id: "account.appeal",
          summary: "Appeal against the account's suspension",
          body: appealSchema,
          responses: { 201: appealResponse },
          errors: ["unprocessable_entity"],
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/pauses/:id/resume`,
    endpoints: {
      POST: {
        need: "full",
        run: resume,
        doc: {
          id: "account.resume",
          summary: "Let a paused key or template go on",
          responses: { 200: pauseResumedResponse },
        },
      },
    },
  },
  ...leaveRoutes,
];

async function get({ context, caller }: Exchange): Promise<Reply> {
  const view = await readAccount(context, caller.accountId, caller.mode);
  if (!view) throw new SendexError("not_found", "There is no such account.");
  return { status: 200, body: presentAccount(view) };
}

async function suspensions({ context, caller }: Exchange): Promise<Reply> {
  const found = await readSuspensions(context, caller);
  return { status: 200, body: { object: "list", data: found.map(presentPastSuspension), has_more: false } };
}

async function patch(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  refusePartOfAccount(caller);
  const fields = readFields(accountChangeSchema, parsed.body);
  const { name, keep_content, unknown_policy, timezone, brand } = fields;
  await changeOwnAccount(context, caller.accountId, {
    ...(brand !== undefined && { brand }),
    ...(name !== undefined && { name }),
    ...(keep_content !== undefined && { keepContent: keep_content }),
    ...(unknown_policy !== undefined && { unknownPolicy: unknown_policy }),
    ...(timezone !== undefined && { timeZone: timezone }),
  });
  return get(exchange);
}

async function previewBrand({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { language = "en", ...brand } = readFields(brandPreviewSchema, parsed.body);
  const found = await tryPreferences(context, caller, { address: SAMPLE_READER, brand });
  if (!found) throw new SendexError("not_found", "There is no such account.");
  return { status: 200, body: { object: "brand_preview", html: preferencePreview(found, language) } };
}

async function makeAppeal({ context, caller, parsed }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  const { message = "" } = readFields(appealSchema, parsed.body);
  return { status: 201, body: presentAppeal(await appeal(context, caller.accountId, message)) };
}

async function resume({ context, caller, id: given }: Exchange): Promise<Reply> {
  const id = sourceId({ id: given });
  refusePartOfAccount(caller);
  await resumeSource(context, { accountId: caller.accountId, sourceId: id });
  return { status: 200, body: { object: "pause", id, resumed: true } };
}
