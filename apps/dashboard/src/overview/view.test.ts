import { expect, it } from "@jest/globals";
import { readView } from "./view";

it("reads a period, or days in place of it", () => {
  expect(readView({ period: "month" })).toEqual({ period: "month" });
  expect(readView({ period: "month", from: "2026-03-01", to: "2026-03-02" })).toEqual({
    from: "2026-03-01",
    to: "2026-03-02",
  });
});

it("leaves out what nobody meant", () => {
  expect(readView({ period: "century", from: "2026-03-02", to: "2026-03-01", as: "song" })).toEqual({});
});
