import { expect, it } from "@jest/globals";
import { percent, shareOf } from "./numbers";

it("is no share where nothing was sent", () => {
  expect(shareOf(0, 0)).toBeUndefined();
});

it.each([
  [0, "0%"],
  [0.04, "< 0.1%"],
  [98.25, "98.3%"],
  [99.98, "> 99.9%"],
  [100, "100%"],
])("says %d percent without hiding the few", (share, said) => {
  expect(percent(share, "en")).toBe(said);
});
