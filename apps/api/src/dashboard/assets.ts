import path from "node:path";
import { SendexError } from "@sendex/core/error";
import type { Request } from "express";
import type { PublicRoute } from "../http/endpoint";
import { pathPart } from "../http/exchange";
import type { Reply } from "../http/reply";
import { BUILT, readBuilt } from "./built";

/** The name changes with the content. */
const CACHED = "public, max-age=31536000, immutable";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** As the build wrote them beside the file, the smaller first. */
const ENCODINGS = [
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
] as const;

/**
 * The dashboard's files. Not counted against the address's rate: one page asks for a dozen, and none costs more than its
 * reading.
 */
export function assetRoutes(folder = BUILT): PublicRoute[] {
  return [
    {
      surface: "public",
      path: "/assets/:id",
      endpoints: { GET: { run: (_edge, request) => asset(folder, request) } },
    },
  ];
}

async function asset(folder: string, request: Request): Promise<Reply> {
  const name = pathPart(request, "id");
  const type = TYPES[path.extname(name)];
  const headers = { "Cache-Control": CACHED, "Content-Type": type ?? "", Vary: "Accept-Encoding" };
  if (type !== undefined) {
    for (const { name: encoding, suffix } of ENCODINGS) {
      if (request.acceptsEncodings(encoding) === false) continue;
      const body = await readBuilt(folder, "assets", name + suffix);
      if (body) return { status: 200, headers: { ...headers, "Content-Encoding": encoding }, body };
    }
    const body = await readBuilt(folder, "assets", name);
    if (body) return { status: 200, headers, body };
  }
  throw new SendexError("not_found", "There is nothing at this address.");
}
