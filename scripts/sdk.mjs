/** Writes the part of packages/sdk that is made from the API's description. Run it after a change of the API. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { launch } from "./launch.mjs";
import { root } from "./paths.mjs";
import { sdkSource } from "./sdk-source.mjs";

await launch(import.meta.url, ["install", "generate", "build"]);
const load = createRequire(import.meta.url);
const { describedRoutes } = load("../apps/api/dist/routes.js");
const { describeApi } = load("../apps/api/dist/http/openapi/document.js");
writeFileSync(
  path.join(root, "packages/sdk/src/generated/api.ts"),
  await sdkSource(describeApi(describedRoutes)),
);
