/** Writes the tables of docs/limits.md. Run it after a change of a limit. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { launch } from "./launch.mjs";
import { limitsPage, MADE } from "./limits-page.mjs";
import { root } from "./paths.mjs";

await launch(import.meta.url, ["install", "generate", "build"]);
const load = createRequire(import.meta.url);
const { describedRoutes } = load("../apps/api/dist/routes.js");
const { operatorRoutes } = load("../apps/api/dist/operators/routes.js");
const { describeAdmin, describeApi } = load("../apps/api/dist/http/openapi/document.js");
const { GENERAL_LIMITS } = load("../apps/api/dist/http/openapi/general-limits.js");
const page = path.join(root, "docs/limits.md");
const [head] = readFileSync(page, "utf8").split(MADE);
const made = await limitsPage({
  documents: [describeApi(describedRoutes), describeAdmin(operatorRoutes)],
  general: GENERAL_LIMITS.customers,
});
writeFileSync(page, `${head}${made}`);
