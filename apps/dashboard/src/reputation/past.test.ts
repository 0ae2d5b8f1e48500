import { expect, it } from "@jest/globals";
import { pastOf } from "./past";

it("leaves out the suspension that holds", () => {
  const lifted = { id: "a", lifted_at: "2026-03-05T12:00:00.000Z" };
  expect(pastOf([{ id: "b", lifted_at: null }, lifted])).toEqual([lifted]);
});
