import { networkOf } from "@sendex/core/alerts/network";
import { HONEYPOT, mayPost, POSTS_PER_MINUTE } from "@sendex/core/audiences/forms/form";
import { invalidFields, SendexError } from "@sendex/core/error";
import { type PublicForm, readPublicForm } from "@sendex/pipeline/audiences/forms/forms";
import { readPosted } from "@sendex/pipeline/audiences/forms/read-posted";
import { signUp } from "@sendex/pipeline/audiences/forms/sign-up";
import type { Request, Response } from "express";
import { readBody } from "../../http/body/read";
import { callOf } from "../../http/call";
import type { Edge, PublicRoute } from "../../http/endpoint";
import { pathPart, queryOf } from "../../http/exchange";
import { letBodyCome } from "../../http/expect-continue";
import { countStranger } from "../../http/identify";
import { checkRate } from "../../http/rate-headers";
import type { Reply } from "../../http/reply";
import { formPage, noPage, sentPage } from "./form-page";
import { type Language, languageFor } from "./languages";

/** Of a form with all its fields. */
const MOST_BYTES = 64 * 1024;

/**
 * `/f/:id`: where people sign up, on our page or on a web site that posts to it. There is no key: what it lets anybody
 * do, and how often, is in ADR 27.
 */
export const publicFormRoutes: PublicRoute[] = [
  { surface: "public", path: "/f/:id", endpoints: { GET: { run: show }, POST: { run: take } } },
];

async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const found = await readPublicForm(edge.context, pathPart(request, "id"));
  if (found) return formPage(found, languageOf(request));
  await countStranger(edge, request, response);
  return noPage("form", languageOf(request));
}

async function take(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const { context } = edge;
  const bucket = `sign-up:${request.ip ?? "unknown"}`;
  checkRate(await context.rates.hit(bucket, POSTS_PER_MINUTE, context.clock()), context.clock());
  const isJson = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  const fields = fieldsOf(await bodyOf(edge, request, response), isJson);
  const language = languageOf(request);
  const found = await readPublicForm(context, pathPart(request, "id"));
  if (!found) return isJson ? refuse("not_found", "There is no such form.") : noPage("form", language);
  const origin = originOf(edge, request);
  if (!mayPost(found.form, origin))
    return isJson
      ? refuse("forbidden", "This form takes no sign-ups from that web site.")
      : noPage("origin", language);
  const posted = await readPosted(context, found, fields);
  if (!posted) return isJson ? refuseAddress() : formPage(found, language, { wrong: true, status: 400 });
  // Nobody but a program fills in what nobody sees.
  if ((fields[HONEYPOT] ?? "") === "") {
    const network = networkOf(request.ip ?? "");
    await signUp(context, found, { ...posted, language, ...(network !== undefined && { network }) });
  }
  return answered(found, { isJson, language, origin });
}

/** The same whatever became of it. Another site's script may read it, where the form takes that site's posts. */
function answered(
  found: PublicForm,
  { isJson, language, origin }: { isJson: boolean; language: Language; origin: string | undefined },
): Reply {
  const reply: Reply = isJson
    ? { status: 200, body: { object: "sign_up", status: "received" } }
    : sentPage(found, language);
  if (origin === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, "Access-Control-Allow-Origin": origin } };
}

function refuse(slug: "not_found" | "forbidden", message: string): never {
  throw new SendexError(slug, message);
}

function refuseAddress(): never {
  const message = "email must be an email address.";
  throw invalidFields([{ field: "email", code: "format", message }]);
}

async function bodyOf({ budget }: Edge, request: Request, response: Response): Promise<string> {
  letBodyCome(request, response);
  const { bytes } = await readBody(request, { maxBytes: MOST_BYTES, freeBytes: MOST_BYTES, budget });
  callOf(request).unread = false;
  return Buffer.from(bytes).toString();
}

/** Texts by name; what is no text is left out. @throws SendexError bad_request on what is no JSON */
function fieldsOf(body: string, isJson: boolean): Record<string, string> {
  if (!isJson) return Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(
    Object.entries(parsed(body)).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, String(value)] as const] : [],
    ),
  );
}

function parsed(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SendexError("bad_request", "The body must be a JSON object.");
}

/** Of the page that it was posted from; undefined for ours, and where no browser says it. */
function originOf({ context }: Edge, request: Request): string | undefined {
  const { origin } = request.headers;
  return origin === new URL(context.settings.publicUrl).origin ? undefined : origin;
}

function languageOf(request: Request): Language {
  return languageFor(queryOf(request).get("lang"), request.headers["accept-language"]);
}
