import { SendexError } from "@sendex/core/error";
import type { Edge, PublicRoute } from "../http/endpoint";
import { countStranger } from "../http/identify";
import type { Request, Response } from "express";
import { readBody } from "../http/body/read";
import { callOf } from "../http/call";
import { letBodyCome } from "../http/expect-continue";
import type { Reply } from "../http/reply";
import { mailPolicy } from "./policy";

/** Of the form's encoding of a mail's HTML. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Gives the dashboard a mail's HTML back under the policy of mails, which its own page's policy would not allow. It keeps
 * nothing and knows nobody: only a page of ours may ask (Fetch Metadata), and what it answers has no origin.
 */
export const mailFrameRoutes: PublicRoute[] = [
  { surface: "public", path: "/mail-frame", endpoints: { POST: { run: show } } },
];

async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  await countStranger(edge, request, response);
  if (request.get("Sec-Fetch-Site") !== "same-origin")
    throw new SendexError("forbidden", "Only the dashboard may ask for this.");
  const form = new URLSearchParams(await readForm(edge, request, response));
  return {
    status: 200,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": mailPolicy({ images: form.get("images") === "on" }),
      "Referrer-Policy": "no-referrer",
    },
    body: `<!doctype html><base target="_blank">${form.get("html") ?? ""}`,
  };
}

async function readForm({ budget }: Edge, request: Request, response: Response): Promise<string> {
  letBodyCome(request, response);
  const { bytes, release } = await readBody(request, { maxBytes: MOST_BYTES, freeBytes: MOST_BYTES, budget });
  if (release) response.once("close", release);
  callOf(request).unread = false;
  return Buffer.from(bytes).toString();
}
