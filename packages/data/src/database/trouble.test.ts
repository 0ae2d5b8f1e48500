import { describe, expect, it } from "@jest/globals";
import { isDatabaseTrouble } from "./trouble";

function coded(code: string, message = "x"): Error {
  return Object.assign(new Error(message), { code });
}

describe("isDatabaseTrouble", () => {
  it.each([
    "57P01",
    "57P03",
    "53300",
    "53100",
    "08006",
    "08001",
    "58030",
    "ECONNREFUSED",
    "ECONNRESET",
    "P1001",
    "P2024",
  ])("takes %s for a database that cannot serve now", (code) =>
    expect(isDatabaseTrouble(coded(code))).toBe(true),
  );

  it.each(["23505", "42601", "22P02", "P2002", "P2025"])("takes %s for a statement that is wrong", (code) =>
    expect(isDatabaseTrouble(coded(code))).toBe(false),
  );

  it.each([
    "timeout exceeded when trying to connect",
    "Query read timeout",
    "Connection terminated unexpectedly",
  ])("knows node-postgres' own words: %s", (message) =>
    expect(isDatabaseTrouble(new Error(message))).toBe(true),
  );

  it("looks at what caused an error", () => {
    expect(isDatabaseTrouble(new Error("wrapped", { cause: coded("ECONNREFUSED") }))).toBe(true);
  });

  it("survives what is no error, and causes in a circle", () => {
    const circle = new Error("a");
    circle.cause = circle;
    expect([undefined, null, "57P01", {}, circle].map(isDatabaseTrouble)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
