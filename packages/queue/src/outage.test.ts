import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { Log } from "@sendex/core/ports";
import { watchOutage } from "./outage";

describe("an outage", () => {
  let lines: unknown[];
  let outage: ReturnType<typeof watchOutage>;
  beforeEach(() => {
    jest.useFakeTimers();
    lines = [];
    const write = (fields: Record<string, unknown>, message: string) =>
      void lines.push([message, fields["seconds"]]);
    const log: Log = { debug: write, info: write, warn: write, error: write };
    outage = watchOutage(log, { begun: "begun", over: "over" });
  });
  afterEach(() => void jest.useRealTimers());

  it("is one line when it begins and one when it is over, though it comes and goes", () => {
    for (let second = 0; second < 60; second += 1) {
      outage.failed(new Error("away"));
      jest.advanceTimersByTime(500);
      outage.worked();
      jest.advanceTimersByTime(500);
    }
    expect(lines).toEqual([["begun", undefined]]);
    jest.advanceTimersByTime(10_000);
    for (let i = 0; i < 5; i += 1) outage.worked();
    expect(lines).toEqual([
      ["begun", undefined],
      ["over", 59],
    ]);
  });

  it("is told again when it is another one", () => {
    outage.failed(new Error("away"));
    jest.advanceTimersByTime(10_000);
    outage.worked();
    outage.failed(new Error("away"));
    expect(lines.map((line) => (line as unknown[])[0])).toEqual(["begun", "over", "begun"]);
  });

  it("is not told where nothing failed", () => {
    outage.worked();
    expect(lines).toEqual([]);
  });
});
