import { hash } from "node:crypto";

/**
 * The page of `/reference`: Swagger UI over `/openapi.json`. Its bundle comes from our own server, as the page must
 * work without the internet. Of the kept viewers this one installs smallest: 13 MB in 2 packages, where Scalar takes
 * 243 MB and wants Node 22, RapiDoc 159 MB, Redoc 84 MB (npm, 2026-11-28).
 */

/** The files of swagger-ui-dist that the page asks for, under `/reference/`. */
export const REFERENCE_FILES = {
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "swagger-ui.css": "text/css; charset=utf-8",
};

/** `validatorUrl: null`: otherwise the description's address would be sent to validator.swagger.io. */
const START = `
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  displayOperationId: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

const STYLE = `
body { margin: 0; }
html.dark-mode body { background: #1c2022; }
`;

export const REFERENCE_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sendex API reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/reference/swagger-ui.css">
<style>${STYLE}</style>
</head>
<body>
<div id="reference"></div>
<script src="/reference/swagger-ui-bundle.js"></script>
<script>${START}</script>
</body>
</html>
`;

/** Requests go to this server alone; what stands in the page itself is named by its hash. */
export const REFERENCE_POLICY = [
  "default-src 'none'",
  `script-src 'self' ${named(START)}`,
  `style-src 'self' ${named(STYLE)}`,
  "img-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function named(text: string): string {
  return `'sha256-${hash("sha256", text, "base64")}'`;
}
