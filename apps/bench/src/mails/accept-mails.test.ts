import { expect, test } from "@jest/globals";
import { batchesOf } from "./accept-mails";

test("the last batch holds what is left", () => {
  expect(batchesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});

test("nothing makes no batch", () => {
  expect(batchesOf([], 2)).toEqual([]);
});
