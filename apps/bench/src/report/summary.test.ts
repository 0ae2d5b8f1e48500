import { describe, expect, test } from "@jest/globals";
import type { Sample, Side } from "./comparison";
import { summarize } from "./summary";

const rate = { name: "rate", title: "rate/s", digits: 0 };
const wait = { name: "wait", title: "wait ms", digits: 1 };

function side(role: Side["role"], rates: number[]): [Side, Sample[]] {
  const run = () => Promise.reject(new Error("Not run here"));
  return [{ name: role, title: role, role, run }, rates.map((value) => ({ rate: value }))];
}

function ratioOf(ours: number[], floor: number[]) {
  const samples = new Map([side("ours", ours), side("floor", floor)]);
  return summarize({ figures: [rate], targets: [] }, samples).ratios[0];
}

test("divides run by run of the same round, not median by median", () => {
  expect(ratioOf([100, 200, 300], [100, 100, 200])).toMatchObject({
    pairs: [1, 2, 1.5],
    median: 1.5,
    low: 1,
    high: 2,
  });
});

const six = (value: number) => Array.from({ length: 6 }, () => value);

test.each([
  [[110, 120, 130, 140, 150, 160], "more"],
  [[90, 120, 130, 140, 150, 160], "level"],
  [[90, 95, 99, 98, 97, 96], "less"],
  [[100, 120, 130, 140, 150, 160], "level"],
])("of pairs %p against 100 the verdict is %s", (ours, verdict) => {
  expect(ratioOf(ours, six(100))?.verdict).toBe(verdict);
});

test("five pairs are too few for a verdict, however clear", () => {
  expect(ratioOf([500, 500, 500, 500, 500], [1, 1, 1, 1, 1])?.verdict).toBe("unsure");
});

test("makes no ratio of a ceiling", () => {
  const samples = new Map([side("ours", [1]), side("floor", [1]), side("ceiling", [9])]);
  expect(summarize({ figures: [rate], targets: [] }, samples).ratios.map(({ against }) => against)).toEqual([
    "floor",
  ]);
});

test("leaves a figure out where a side does not measure it", () => {
  const [floor] = summarize({ figures: [rate, wait], targets: [] }, new Map([side("floor", [5])])).sides;
  expect(Object.keys(floor?.figures ?? {})).toEqual(["rate"]);
});

test("refuses runs of one side that measured different things", () => {
  const [floor, runs] = side("floor", [1, 2]);
  const uneven = new Map([[floor, [...runs, { wait: 3 }]]]);
  expect(() => summarize({ figures: [rate], targets: [] }, uneven)).toThrow("did not measure rate");
});

describe("targets", () => {
  const samples = new Map([side("ours", six(90)), side("floor", six(100))]);

  test("a ratio is judged against the side it names", () => {
    const target = { figure: "rate", against: "floor", bound: { atLeast: 0.8 } };
    expect(summarize({ figures: [rate], targets: [target] }, samples).targets).toEqual([
      { ...target, side: "ours", median: 0.9, low: 0.9, high: 0.9, coverage: 1 - 2 / 64, outcome: "met" },
    ]);
  });

  test("a figure is judged by itself", () => {
    const target = { figure: "rate", bound: { atMost: 80 } };
    expect(summarize({ figures: [rate], targets: [target] }, samples).targets).toMatchObject([
      { median: 90, outcome: "missed" },
    ]);
  });

  test("a target of another figure makes a ratio of its own, one of the main figure does not make a second", () => {
    const both = (value: number) => [{ rate: value, wait: value * 2 }];
    const run = () => Promise.reject(new Error("Not run here"));
    const pair = new Map<Side, Sample[]>([
      [{ name: "a", title: "a", role: "ours", run }, both(6)],
      [{ name: "b", title: "b", role: "floor", run }, both(3)],
    ]);
    const targets = ["rate", "wait"].map((figure) => ({ figure, against: "b", bound: { atLeast: 1 } }));
    const { ratios } = summarize({ figures: [rate, wait], targets }, pair);
    expect(ratios.map(({ figure, median }) => [figure, median])).toEqual([
      ["rate", 2],
      ["wait", 2],
    ]);
  });

  test("one against a side that there is none of is refused", () => {
    const target = { figure: "rate", against: "nobody", bound: { atLeast: 1 } };
    expect(() => summarize({ figures: [rate], targets: [target] }, samples)).toThrow("no side nobody");
  });
});
