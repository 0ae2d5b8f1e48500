import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { describedRoutes } from "../../routes";
import { describeApi } from "./document";

const ROOT = join(__dirname, "../../../../..");

test("the client in packages/sdk is made from this API; if not, run node scripts/sdk.mjs", () => {
  // A process of its own: openapi-typescript's packages are ES modules, which Jest does not load.
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/sdk-source.mjs")], {
    input: JSON.stringify(describeApi(describedRoutes)),
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  expect(stderr).toBe("");
  expect(readFileSync(join(ROOT, "packages/sdk/src/generated/api.ts"), "utf8")).toBe(stdout);
});
