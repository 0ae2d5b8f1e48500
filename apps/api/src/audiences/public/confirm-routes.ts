import { networkOf } from "@sendex/core/alerts/network";
import { type Confirmation, confirm, readConfirmation } from "@sendex/pipeline/audiences/forms/confirm";
import { type ConfirmLink, readConfirmToken } from "@sendex/pipeline/audiences/forms/confirm-link";
import type { Request, Response } from "express";
import type { Edge, PublicRoute } from "../../http/endpoint";
import { pathPart, queryOf } from "../../http/exchange";
import { countStranger } from "../../http/identify";
import type { Reply } from "../../http/reply";
import { confirmPage, noPage } from "./form-page";
import { type Language, languageFor } from "./languages";

/** `/c/:id`: where the links of confirmation mails lead. Looking changes nothing, since scanners open every link; the button does. */
export const confirmRoutes: PublicRoute[] = [
  { surface: "public", path: "/c/:id", endpoints: { GET: { run: show }, POST: { run: press } } },
];

async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const found = await find(edge, request);
  return found ? confirmPage(found.confirmation, languageOf(request)) : gone(edge, request, response);
}

async function press(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const found = await find(edge, request);
  if (!found) return gone(edge, request, response);
  await confirm(edge.context, found.link, networkOf(request.ip ?? "") ?? null);
  const { redirectUrl } = found.confirmation;
  if (redirectUrl !== null) return { status: 303, body: "", headers: { Location: redirectUrl } };
  return confirmPage({ ...found.confirmation, confirmed: true }, languageOf(request));
}

async function find(
  { context }: Edge,
  request: Request,
): Promise<{ link: ConfirmLink; confirmation: Confirmation } | undefined> {
  const link = readConfirmToken(context.settings, pathPart(request, "id"));
  const confirmation = link && (await readConfirmation(context, link));
  return link && confirmation ? { link, confirmation } : undefined;
}

/** Only who guesses is counted. */
async function gone(edge: Edge, request: Request, response: Response): Promise<Reply> {
  await countStranger(edge, request, response);
  return noPage("link", languageOf(request));
}

function languageOf(request: Request): Language {
  return languageFor(queryOf(request).get("lang"), request.headers["accept-language"]);
}
