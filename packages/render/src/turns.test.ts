import { expect, test } from "@jest/globals";
import { openTurns } from "./turns";

test("owners take turns, each in its own order", () => {
  const turns = openTurns<string>();
  for (const item of ["a1", "a2", "a3", "b1", "c1", "c2"]) turns.add(item.charAt(0), item);
  expect([turns.size(), turns.waiting("a")]).toEqual([6, 3]);
  const order = Array.from({ length: 7 }, () => turns.next());
  expect(order).toEqual(["a1", "b1", "c1", "a2", "c2", "a3", undefined]);
  expect(turns.size()).toBe(0);
});

test("what no longer waits gets no turn", () => {
  const turns = openTurns<string>();
  turns.add("a", "a1");
  turns.add("a", "a2");
  turns.remove("a", "a1");
  turns.remove("b", "b1");
  expect([turns.next(), turns.next(), turns.size()]).toEqual(["a2", undefined, 0]);
});
