import { expect, it } from "@jest/globals";
import { requirementsOf } from "./requirements";

it("says of each requirement whether it is met", () => {
  const met = requirementsOf({ missing_for_trusted: ["age", "sent"] });
  expect(met.filter((each) => each.met).map(({ requirement }) => requirement)).toEqual([
    "bounce_rate",
    "standing",
  ]);
});

it("asks nothing of a trusted account", () => {
  expect(requirementsOf({ missing_for_trusted: null })).toEqual([]);
});
