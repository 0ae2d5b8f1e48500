import { hash } from "node:crypto";
import { SendexError } from "@sendex/core/error";
import type { Express } from "express";
import { answer } from "../answer";
import { callOf } from "../call";
import { describeApi } from "./document";
import type { Edge, Route } from "../endpoint";
import { countStranger } from "../identify";
import { renderReference } from "./reference";
import { STYLE } from "./reference-style";

const METHODS = ["GET", "HEAD", "OPTIONS"];

/** A page with one style of its own, which is named by its hash; nothing else is fetched or run. */
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash("sha256", STYLE, "base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** It changes only with a release. */
const CACHED = "public, max-age=300";

/** `/openapi.json`, and `/reference` for people. No key: they say nothing about any account. */
export function mountReference(app: Express, edge: Edge, routes: readonly Route[]): void {
  serve(
    app,
    edge,
    "/openapi.json",
    once(() => JSON.stringify(describeApi(routes))),
    {
      "Cache-Control": CACHED,
    },
  );
  serve(
    app,
    edge,
    "/reference",
    once(() => renderReference(describeApi(routes))),
    {
      "Cache-Control": CACHED,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": PAGE_POLICY,
    },
  );
}

function serve(
  app: Express,
  { context }: Edge,
  path: string,
  body: () => string,
  headers: Record<string, string>,
): void {
  app.all(path, async (request, response) => {
    callOf(request).route = path;
    await countStranger(context, request, response);
    if (!METHODS.includes(request.method)) {
      throw new SendexError("method_not_allowed", `${request.method} is not allowed here.`, {
        allow: METHODS,
      });
    }
    const reply =
      request.method === "OPTIONS"
        ? { headers: { Allow: METHODS.join(", ") }, body: { allow: METHODS } }
        : { headers, body: body() };
    answer(context.log, request, response, { status: 200, ...reply });
  });
}

/** Made when it is first asked for: starting need not wait for it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
