import type { UIConfig } from "@bull-board/api/typings/app";

/**
 * The board's page: the scripts and styles that the library's own page names, without what that page loads from
 * elsewhere (fonts) and without its inline styles, so that the policy needs no `unsafe-inline`.
 */
export function boardPage(index: string, base: string, config: UIConfig): string {
  const styles = namesIn(index, /href="(static\/css\/[\w.-]+\.css)"/g);
  const scripts = namesIn(index, /src="(static\/js\/[\w.-]+\.js)"/g);
  if (scripts.length === 0) throw new Error("bull-board's page names no script");
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<base href="${base}/">
<title>Sendex</title>
<link rel="icon" type="image/svg+xml" href="static/images/logo.svg">
${styles.map((name) => `<link rel="stylesheet" href="${name}">`).join("\n")}
</head>
<body class="preload">
<script id="__UI_CONFIG__" type="application/json">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>
<div id="root"></div>
${scripts.map((name) => `<script defer src="${name}"></script>`).join("\n")}
</body>
</html>
`;
}

/** Of the two style elements that the library's scripts write: the colours of Redis' logo, and lists without a scrollbar. */
const WRITTEN_STYLES = [
  "'sha256-r2N1TB/gHbBtBZFKg7ejmq1acVSREzucTAEw6ga4hoU='",
  "'sha256-kLmvWqfziFavKtqHqRsb90f006UAK2Dmd0It5Iz2KFA='",
];

/**
 * The library's own files run, in a worker too (it colours the JSON of a job), and nothing else does: no text as a
 * script, and none as a style but those two. `base-uri`: files and requests are named relative to the page's base.
 */
export const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `style-src 'self' ${WRITTEN_STYLES.join(" ")}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = ""]) => name);
}
