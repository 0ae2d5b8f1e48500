import { SendexError } from "@sendex/core/error";
import { openLogo } from "@sendex/pipeline/audiences/brand";
import type { Request, Response } from "express";
import type { Edge, PublicRoute } from "../../http/endpoint";
import { pathPart } from "../../http/exchange";
import { countStranger } from "../../http/identify";
import type { Reply } from "../../http/reply";

/**
 * `/logos/:id`: an account's logo. Its address is random and never has another image, so that browsers may keep it; what
 * is at it runs nothing and is not taken for anything else.
 */
export const logoRoutes: PublicRoute[] = [
  { surface: "public", path: "/logos/:id", endpoints: { GET: { run: show } } },
];

async function show(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const logo = await openLogo(edge.context, pathPart(request, "id"));
  if (!logo) {
    // Only who guesses is counted.
    await countStranger(edge, request, response);
    throw new SendexError("not_found", "There is no such logo.");
  }
  return {
    status: 200,
    headers: {
      "Content-Type": logo.type,
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Robots-Tag": "noindex",
    },
    body: Buffer.from(logo.bytes),
  };
}
