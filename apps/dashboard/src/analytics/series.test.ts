import { expect, it } from "@jest/globals";
import { seriesOf } from "./series";

it("puts each period beside the one at its place before, and leaves alone what has none", () => {
  const points = seriesOf(
    [
      { period: "2026-03-04", sent: 3 },
      { period: "2026-03-05", sent: 5 },
    ],
    [{ period: "2026-02-25", sent: 2 }],
  );
  expect(points.map(({ name, figures, before }) => [name, figures.sent, before?.name])).toEqual([
    ["2026-03-04", 3, "2026-02-25"],
    ["2026-03-05", 5, undefined],
  ]);
});
