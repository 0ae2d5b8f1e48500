import { type Leaving, leave, readPreferences } from "@sendex/pipeline/audiences/leave";
import { type LeaveLink, readLeaveToken } from "@sendex/pipeline/audiences/link";
import type { Request, Response } from "express";
import { readBody } from "../../http/body/read";
import { callOf } from "../../http/call";
import type { Edge, PublicRoute } from "../../http/endpoint";
import { pathPart, queryOf } from "../../http/exchange";
import { letBodyCome } from "../../http/expect-continue";
import { countStranger } from "../../http/identify";
import type { Reply } from "../../http/reply";
import { type Language, languageFor } from "../public/languages";
import { preferencePage, unknownLinkPage } from "./page";

/** Of a form with as many topics as an account can have. */
const MOST_BYTES = 16 * 1024;

/**
 * `/u/:token`: where unsubscribe links lead. Looking changes nothing, since mail programs and scanners open every link;
 * the form does, and the one click of RFC 8058, which brings no key, no session and no origin.
 */
export const leavingRoutes: PublicRoute[] = [
  { surface: "public", path: "/u/:id", endpoints: { GET: { run: show }, POST: { run: change } } },
];

async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  return onLink(edge, request, response, { saved: false, status: 200 });
}

async function change(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const { context, budget } = edge;
  letBodyCome(request, response);
  const limits = { maxBytes: MOST_BYTES, freeBytes: MOST_BYTES, budget };
  const { bytes } = await readBody(request, limits);
  callOf(request).unread = false;
  const link = linkOf(edge, request);
  const wish = wishOf(Buffer.from(bytes).toString());
  const isKnown = link !== undefined && (await readPreferences(context, link)) !== undefined;
  if (isKnown && wish) await leave(context, link, wish.leaving, wish.source);
  return onLink(edge, request, response, { saved: wish !== undefined, status: wish ? 200 : 400 });
}

/** The page, or that there is no such link. Only who guesses is counted: many click at once after a mail to many. */
async function onLink(
  edge: Edge,
  request: Request,
  response: Response,
  outcome: { saved: boolean; status: number },
): Promise<Reply> {
  const language = languageOf(request);
  const link = linkOf(edge, request);
  const preferences = link && (await readPreferences(edge.context, link));
  if (link && preferences)
    return preferencePage(preferences, language, { ...outcome, topicId: link.topicId });
  await countStranger(edge, request, response);
  return unknownLinkPage(language);
}

function linkOf({ context }: Edge, request: Request): LeaveLink | undefined {
  return readLeaveToken(context.settings, pathPart(request, "id"));
}

function languageOf(request: Request): Language {
  return languageFor(queryOf(request).get("lang"), request.headers["accept-language"]);
}

/** What a form's body says; a mail program's may come as multipart/form-data. */
function wishOf(body: string): { leaving: Leaving; source: "page" | "one_click" } | undefined {
  const form = new URLSearchParams(body);
  const oneClick =
    form.get("List-Unsubscribe") === "One-Click" ||
    /name="?List-Unsubscribe"?\s*\r?\n\r?\n\s*One-Click/i.test(body);
  if (oneClick) return { leaving: { kind: "topic" }, source: "one_click" };
  switch (form.get("choice")) {
    case "all":
      return { leaving: { kind: "all" }, source: "page" };
    case "pause":
      return { leaving: { kind: "pause" }, source: "page" };
    case "topics":
      return { leaving: { kind: "topics", topics: form.getAll("topic") }, source: "page" };
    default:
      return undefined;
  }
}
