import { expect, it } from "@jest/globals";
import { deriveKey } from "./derive";

it("derives the same key for the same purpose, and another for any other", () => {
  const key = deriveKey("a secret", "one");
  expect(key).toHaveLength(32);
  expect(deriveKey("a secret", "one")).toEqual(key);
  expect(deriveKey("a secret", "two")).not.toEqual(key);
  expect(deriveKey("another secret", "one")).not.toEqual(key);
});
