import { expect, test } from "@jest/globals";
import { renderConditions } from "./report";

const conditions = { at: "", cores: 2, processor: "a processor", node: "v20.19.0", loadBefore: 0.4 };

test("times of a machine that does other work are marked as such", () => {
  expect(renderConditions(conditions)).toBe(
    "2 cores (a processor), Node v20.19.0, all on one machine; load average before 0.4.",
  );
  expect(renderConditions({ ...conditions, loadBefore: 1.1 })).toMatch(
    /before 1\.1\. BUSY WITH OTHER WORK: times are not to be relied on\.$/,
  );
});
