import { SendexError } from "@sendex/core/error";
import { openImage } from "@sendex/pipeline/images/read";
import type { Request, Response } from "express";
import type { Edge, PublicRoute } from "../http/endpoint";
import { pathPart } from "../http/exchange";
import { countStranger } from "../http/identify";
import type { Reply } from "../http/reply";

/** `/images/:token/:name`: where the addresses of images lead. */
export const imageShowRoutes: PublicRoute[] = [
  { surface: "public", path: "/images/:id/:part", endpoints: { GET: { run: show } } },
];

/** An address has the same bytes for ever, or none: a year is the longest that caches heed. */
const KEEP = "public, max-age=31536000, immutable";

/**
 * Only who guesses is counted: a mailbox provider fetches the images of all its readers from a few addresses. What is read at
 * once is bounded by the budget of bodies.
 */
async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const { context, budget } = edge;
  const found = await openImage(context, pathPart(request, "id"), pathPart(request, "part"));
  if (!found) return nothing(edge, request, response);
  const { image, read } = found;
  const headers = {
    "Content-Type": image.contentType,
    "Cache-Control": KEEP,
    ETag: `"${image.id}"`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    // Mail programs on the web show it on their own pages.
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  if (isKnown(request, headers.ETag)) return { status: 304, headers, body: "" };
  response.once("close", await budget.take(image.size));
  const body = await read();
  return body ? { status: 200, headers, body } : nothing(edge, request, response);
}

async function nothing(edge: Edge, request: Request, response: Response): Promise<never> {
  await countStranger(edge, request, response);
  throw new SendexError("not_found", "There is no such image.");
}

/** RFC 9110, 13.1.2. */
function isKnown({ headers }: Request, tag: string): boolean {
  const known = (headers["if-none-match"] ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(tag) || known.includes("*");
}
