import { randomBytes } from "node:crypto";
import type { Request } from "express";
import type { Reply } from "../http/reply";
import { BUILT, readBuilt } from "./built";
import { pagePolicy } from "./policy";

/** What apps/dashboard/vite.config.mjs writes in place of the nonce. */
const NONCE = "__CSP_NONCE__";
const ROOT_TAG = "<html";

/** Whether a browser asks for a page: it names HTML, where a program names JSON or takes anything. */
export function wantsPage(request: Request): boolean {
  const reads = request.method === "GET" || request.method === "HEAD";
  return reads && /\btext\/html\b/i.test(request.headers.accept ?? "");
}

/** The one page that is every page of the dashboard; its own script looks at the path. */
export async function dashboardPage(request: Request, folder = BUILT): Promise<Reply> {
  const nonce = randomBytes(18).toString("base64");
  const built = await readBuilt(folder, "index.html");
  const html = built ? inColours(built.toString(), request).replaceAll(NONCE, nonce) : NOT_BUILT;
  return {
    status: built ? 200 : 503,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": pagePolicy(nonce),
      "Referrer-Policy": "same-origin",
      Vary: "Accept, Cookie",
    },
    body: html,
  };
}

/** The colours that the person chose, from the first moment: apps/dashboard/src/ui/color-scheme.ts keeps them. */
function inColours(html: string, request: Request): string {
  const scheme = /(?:^|;\s*)sendex-theme=(light|dark)(?:;|$)/.exec(request.headers.cookie ?? "")?.[1];
  return scheme ? html.replace(ROOT_TAG, `${ROOT_TAG} data-mantine-color-scheme="${scheme}"`) : html;
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sendex</title></head>
<body>
<h1>The dashboard is not built</h1>
<p>Run <code>node scripts/prepare.mjs</code> in the checkout, then load this page again. The API works without it.</p>
</body>
</html>
`;
