import { hash } from "node:crypto";
import { describeApi } from "./document";
import type { PublicRoute, Route } from "../endpoint";
import { countStranger } from "../identify";
import { renderReference } from "./reference";
import { STYLE } from "./reference-style";

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
export function referenceRoutes(routes: readonly Route[]): PublicRoute[] {
  const document = once(() => JSON.stringify(describeApi(routes)));
  const page = once(() => renderReference(describeApi(routes)));
  return [
    text("/openapi.json", document, {}),
    text("/reference", page, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": PAGE_POLICY,
    }),
  ];
}

function text(path: string, body: () => string, more: Record<string, string>): PublicRoute {
  const headers = { "Cache-Control": CACHED, ...more };
  return {
    surface: "public",
    path,
    endpoints: {
      GET: {
        async run({ context }, request, response) {
          await countStranger(context, request, response);
          return { status: 200, headers, body: body() };
        },
      },
    },
  };
}

/** Made when it is first asked for: starting need not wait for it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
