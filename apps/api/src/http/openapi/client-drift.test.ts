import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { clientSource } from "@sendex/contract/client-source";
import { customerRoutes } from "../../routes";
import { describeApi } from "./document";

test("the client in packages/sdk is made from this API; if not, run node scripts/sdk.mjs", () => {
  const file = join(__dirname, "../../../../../packages/sdk/src/generated/operations.ts");
  expect(readFileSync(file, "utf8")).toBe(clientSource(describeApi(customerRoutes)));
});
