import { expect, test } from "@jest/globals";
import { createLru } from "./lru";

test("drops what was unused for longest, and only once it is full", () => {
  const lru = createLru<number>(2);
  lru.set("a", 1);
  lru.set("b", 2);
  expect(lru.get("a")).toBe(1);
  lru.set("c", 3);
  expect(lru.get("b")).toBeUndefined();
  expect(lru.get("a")).toBe(1);
  expect(lru.get("c")).toBe(3);
});

test("keeps one value a name, the last", () => {
  const lru = createLru<number>(2);
  lru.set("a", 1);
  lru.set("b", 2);
  lru.set("a", 3);
  expect(lru.get("a")).toBe(3);
  expect(lru.get("b")).toBe(2);
});
