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
      against: "add",
      pairs: [1.1, 1.3],
      median: 1.2,
      low: 1.1,
      high: 1.3,
      coverage: 0.984,
      verdict: "more",
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
