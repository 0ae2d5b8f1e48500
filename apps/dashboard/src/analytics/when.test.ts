import { expect, it } from "@jest/globals";
import { pointLabel, pointName, rangeName } from "./when";

it("calls a day by its date, whatever the zone", () => {
  expect(pointName("2026-03-05", "daily", "en-US")).toBe("Thu, Mar 5");
  expect(pointLabel("2026-03-02", "weekly", "en-US")).toBe("Mar 2");
});

it("calls an hour as the viewer's clock does", () => {
  const name = new Date(2026, 2, 5, 13).toISOString();
  expect(pointLabel(name, "hourly", "en-US")).toMatch(/^1:00\sPM$/);
});

it("does not call the day after the last", () => {
  const range = { from: new Date(2026, 1, 20), to: new Date(2026, 1, 27) };
  expect(rangeName(range, "daily", "en-US")).toMatch(/^Feb 20\s–\s26, 2026$/);
});
