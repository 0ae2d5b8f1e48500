import { describe, expect, it } from "@jest/globals";
import { commitFailure, isDatabaseTrouble, isOutcomeUnknown } from "./trouble";

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

describe("a commit that failed", () => {
  const connecting = Object.assign(coded("ETIMEDOUT"), { syscall: "connect" });

  it.each([
    coded("ECONNRESET"),
    coded("EPIPE"),
    coded("ETIMEDOUT"),
    coded("08006"),
    new Error("Connection terminated unexpectedly"),
    new Error("Query read timeout"),
  ])("may have been done after %s", (error) => {
    const failure = commitFailure(error);
    expect([isOutcomeUnknown(failure), isDatabaseTrouble(failure)]).toEqual([true, true]);
    expect(isOutcomeUnknown(new Error("wrapped", { cause: failure }))).toBe(true);
  });

  it.each([
    coded("ECONNREFUSED"),
    coded("57P01"),
    coded("57014"),
    coded("53300"),
    coded("23505"),
    coded("P2024"),
    connecting,
    new Error("timeout exceeded when trying to connect"),
    new Error("Client has encountered a connection error and is not queryable"),
  ])("was not done after %s", (error) => expect(commitFailure(error)).toBe(error));
});
