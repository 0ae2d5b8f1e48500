import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { operatorRoutes } from "../../operators/routes";
import { describedRoutes } from "../../routes";
import { describeAdmin, describeApi } from "./document";
import { GENERAL_LIMITS } from "./general-limits";

const ROOT = join(__dirname, "../../../../..");

test("docs/limits.md has the limits of this API; if not, run node scripts/limits.mjs", () => {
  const documents = [describeApi(describedRoutes), describeAdmin(operatorRoutes)];
  // A process of its own: Prettier is an ES module, which Jest does not load.
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "scripts/limits-page.mjs")], {
    input: JSON.stringify({ documents, general: GENERAL_LIMITS.customers }),
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  expect(stderr).toBe("");
  const page = readFileSync(join(ROOT, "docs/limits.md"), "utf8");
  expect(page.slice(page.indexOf("<!-- Made"))).toBe(stdout);
});
