import { expect, test } from "@jest/globals";
import type { Summary } from "./summary";
import { renderSummary } from "./table";

const spread = (median: number) => ({ median, low: median - 1, high: median + 1, coverage: 0.984 });

const summary: Summary = {
  name: "accept",
  title: "Accept",
  figures: [
    { name: "rate", title: "accepted/s", digits: 0 },
    { name: "p50", title: "p50 ms", digits: 1 },
  ],
  notes: ["all on one machine"],
  sides: [
    {
      name: "ours",
      title: "Sendex",
      role: "ours",
      figures: { rate: spread(3000), p50: spread(20.5) },
      samples: [{ rate: 1 }],
    },
    {
      name: "add",
      title: "Express + add",
      role: "floor",
      figures: { rate: spread(2500) },
      samples: [{ rate: 1 }],
    },
  ],
  ratios: [
    {
      figure: "rate",
      side: "ours",
      against: "add",
      pairs: [1.1, 1.3],
      median: 1.2,
      low: 1.1,
      high: 1.3,
      coverage: 0.984,
      verdict: "more",
    },
  ],
  targets: [
    {
      ...{ figure: "rate", side: "ours", against: "add", bound: { atLeast: 1.15 } },
      ...{ median: 1.2, low: 1.1, high: 1.3, coverage: 0.984, outcome: "reached" },
    },
    {
      ...{ figure: "p50", side: "ours", bound: { atMost: 20 } },
      ...{ median: 20.5, low: 20.4, high: 21, coverage: 0.75, outcome: "missed" },
    },
  ],
};

test("shows medians with their interval in columns", () => {
  const lines = renderSummary(summary).split("\n");
  expect(lines).toContain("                         accepted/s             p50 ms");
  expect(lines).toContain("Sendex          3,000 [2,999–3,001]   20.5 [19.5–21.5]");
  expect(lines).toContain("Express + add   2,500 [2,499–2,501]");
});

test("shows the ratio with its interval, its pairs and what it says", () => {
  expect(renderSummary(summary)).toContain(
    "ours ÷ Express + add: 1.20 [1.10–1.30, 98.4 %] → ahead   (pairs: 1.10 1.30)",
  );
});

test("shows how many runs there were and how sure the interval is", () => {
  expect(renderSummary(summary)).toContain("Medians of 1 run each");
  expect(renderSummary(summary)).toContain("an interval of 98.4 % confidence");
});

test("ends with the notes", () => {
  expect(renderSummary(summary).trimEnd().endsWith("- all on one machine")).toBe(true);
});

test("says of each target whether it has been reached, and when there were too few runs", () => {
  const lines = renderSummary(summary).split("\n");
  expect(lines).toContain("target: ours ÷ Express + add at least 1.15 → reached by the interval");
  expect(lines).toContain("target: p50 ms at most 20 → missed (too few runs to rely on)");
});

test("gives a side that stands alone a line for each figure", () => {
  const alone = { ...summary, sides: summary.sides.slice(0, 1), ratios: [], targets: [] };
  const lines = renderSummary(alone).split("\n");
  expect(lines).toContain("accepted/s   3,000 [2,999–3,001]");
  expect(lines).toContain("p50 ms          20.5 [19.5–21.5]");
});
