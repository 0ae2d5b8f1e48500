import { describe, expect, it } from "@jest/globals";
import { timeZones } from "./time-zones";

const JANUARY = Date.parse("2026-01-15T12:00:00Z");

describe("the time zones to choose from", () => {
  it("begin with UTC, which is listed once", () => {
    const zones = timeZones("Europe/Berlin", JANUARY, "en");
    expect(zones[0]?.value).toBe("UTC");
    expect(zones.filter(({ value }) => value === "UTC")).toHaveLength(1);
  });

  it("say how far each is from UTC", () => {
    const berlin = timeZones("UTC", JANUARY, "en").find(({ value }) => value === "Europe/Berlin");
    expect(berlin?.label).toBe("Europe/Berlin (GMT+1)");
  });

  it("have the one that is set, even if the browser does not know it", () => {
    expect(timeZones("Mars/Base", JANUARY, "en")[0]).toEqual({ value: "Mars/Base", label: "Mars/Base ()" });
  });
});
