import { limitRate } from "@sendex/pipeline/access/limit-rate";
import { authenticatePerson } from "@sendex/pipeline/people/authenticate";
import type { Request, Response } from "express";
import { readBody } from "../http/body/read";
import { callOf } from "../http/call";
import type { Edge, PublicRoute } from "../http/endpoint";
import { letBodyCome } from "../http/expect-continue";
import { checkRate } from "../http/rate-headers";
import type { Reply } from "../http/reply";
import { refuseOtherOrigin } from "../http/session/read";
import { mailPolicy } from "./policy";

/** Of the form's encoding of a mail's HTML. */
const MOST_BYTES = 8 * 1024 * 1024;
/** What smaller ones take needs no room in the budget. */
const SMALL_BYTES = 256 * 1024;

/**
 * Gives the dashboard a mail's HTML back under the policy of mails, which its own page's policy would not allow. Only
 * a page of ours may ask, for somebody who is signed in; nothing is kept, and what it answers has no origin.
 */
export const mailFrameRoutes: PublicRoute[] = [
  { surface: "public", path: "/mail-frame", endpoints: { POST: { run: show } } },
];

async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  refuseOtherOrigin(edge, request);
  await countPerson(edge, request);
  const form = new URLSearchParams(await readForm(edge, request, response));
  const { publicUrl } = edge.context.settings;
  return {
    status: 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": mailPolicy({ images: form.get("images") === "on", publicUrl }),
      "Referrer-Policy": "no-referrer",
    },
    body: `<!doctype html><base target="_blank">${form.get("html") ?? ""}`,
  };
}

/** A form's post cannot bring the session's token in a header; it changes nothing, and the origin is ours. */
async function countPerson({ context, auth }: Edge, request: Request): Promise<void> {
  const { session } = await authenticatePerson(context, auth.sessionToken(request.headers.cookie));
  checkRate(await limitRate(context, { keyId: session.user.id, rateLimit: null }), context.clock());
}

async function readForm({ budget }: Edge, request: Request, response: Response): Promise<string> {
  letBodyCome(request, response);
  const limits = { maxBytes: MOST_BYTES, freeBytes: SMALL_BYTES, budget };
  const { bytes, release } = await readBody(request, limits);
  if (release) response.once("close", release);
  callOf(request).unread = false;
  return Buffer.from(bytes).toString();
}
