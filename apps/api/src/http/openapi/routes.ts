import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response } from "express";
import type { Reply } from "../reply";
import type { PublicRoute } from "../endpoint";
import { countStranger } from "../identify";
import { describeApi } from "./document";
import { REFERENCE_FILES, REFERENCE_PAGE, REFERENCE_POLICY } from "./reference";

/** Five minutes: a release changes them. */
const PAGE_CACHED = { "Cache-Control": "public, max-age=300" };
/** A day: only a new version of the package changes them. */
const FILE_CACHED = { "Cache-Control": "public, max-age=86400" };

/** `/openapi.json`, and `/reference` for people. No key: they say nothing about any account. */
export function referenceRoutes(routes: Parameters<typeof describeApi>[0]): PublicRoute[] {
  const page = {
    ...PAGE_CACHED,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": REFERENCE_POLICY,
  };
  return [
    keptRoute("/openapi.json", PAGE_CACHED, () => JSON.stringify(describeApi(routes))),
    keptRoute("/reference", page, () => REFERENCE_PAGE),
    ...Object.entries(REFERENCE_FILES).map(([file, type]) =>
      keptRoute(`/reference/${file}`, { ...FILE_CACHED, "Content-Type": type }, () =>
        readFile(path.join(path.dirname(require.resolve("swagger-ui-dist/package.json")), file)),
      ),
    ),
  ];
}

type Make = () => string | Promise<Buffer>;

function keptRoute(route: string, headers: Record<string, string>, make: Make): PublicRoute {
  const read = once(make);
  return {
    surface: "public",
    path: route,
    endpoints: {
      GET: {
        async run(edge, request, response) {
          await countStranger(edge, request, response);
          return replyOf(request, response, headers, await read());
        },
      },
    },
  };
}

interface Kept {
  plain: Buffer;
  zipped: Buffer;
  tag: string;
}

/** Read and zipped when it is first asked for, then kept: starting need not wait for it. */
function once(make: Make): () => Promise<Kept> {
  let kept: Promise<Kept> | undefined;
  return () =>
    (kept ??= keep(make).catch((error: unknown) => {
      kept = undefined;
      throw error;
    }));
}

async function keep(make: Make): Promise<Kept> {
  const plain = Buffer.from(await make());
  // Weak: zipped or not, it is the same.
  return { plain, zipped: await promisify(gzip)(plain), tag: `W/"${hash("sha256", plain, "base64url")}"` };
}

/** 304 where the caller has it already; Node sends no body with that. */
function replyOf(request: Request, response: Response, headers: Record<string, string>, kept: Kept): Reply {
  // `fresh` compares it.
  response.setHeader("ETag", kept.tag);
  const zips = request.acceptsEncodings("gzip") !== false;
  return {
    status: request.fresh ? 304 : 200,
    headers: { ...headers, Vary: "Accept-Encoding", ...(zips && { "Content-Encoding": "gzip" }) },
    body: zips ? kept.zipped : kept.plain,
  };
}
