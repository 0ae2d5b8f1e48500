import { expect, test } from "@jest/globals";
import { notStaged, resultOf } from "./result";
import type { Fault, Figures } from "./row";
import { renderTable } from "./table";

const good: Figures = {
  messages: 1000,
  lost: 0,
  duplicated: 0,
  seconds: 4.24,
  notes: ["p99 43 ms"],
  misses: [],
};

function fault(row: string): Fault {
  return { row, fault: `fault ${row}`, target: "lost 0", messages: 1000, run: () => Promise.resolve(good) };
}

test("shows every row with its figures, and what missed below the row that did", () => {
  const table = renderTable([
    resultOf(fault("1"), good),
    resultOf(fault("9b"), { ...good, lost: 3, misses: ["3 lost"], late: ["slow"] }),
    resultOf(fault("28"), { ...good, skipped: "needs root" }),
    notStaged(fault("31"), new Error("no such column\nat some place")),
  ]);
  expect(table.split("\n")).toEqual([
    "row  result   messages  lost  dup  seconds  fault     target  notes",
    "1    met         1,000     0    0      4.2  fault 1   lost 0  p99 43 ms",
    "9b   MISSED      1,000     3    0      4.2  fault 9b  lost 0  p99 43 ms",
    "      ✗ 3 lost",
    "      ✗ slow",
    "28   skipped                                fault 28  lost 0  needs root",
    "31   MISSED                                 fault 31  lost 0",
    "      ✗ could not be staged: no such column",
    "",
    "1 met, 2 missed, 1 skipped",
  ]);
});
