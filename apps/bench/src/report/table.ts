import type { Figure } from "./comparison";
import type { JudgedTarget, Ratio, Spread, Summary } from "./summary";
import { isReliable } from "./targets";

const VERDICTS = { more: "ahead", level: "level", less: "behind", unsure: "too few pairs to say" };
const OUTCOMES = { met: "met", reached: "reached by the interval", missed: "missed" };

/** A comparison's medians, each with its interval in brackets, ours against each floor, and what has been reached. */
export function renderSummary(summary: Summary): string {
  const [first] = summary.sides;
  const coverage = Object.values(first?.figures ?? {})[0]?.coverage ?? 0;
  const runs = first?.samples.length ?? 0;
  return [
    summary.title,
    `Medians of ${runs} ${runs === 1 ? "run" : "runs"} each; in brackets an interval of ${percent(coverage)} confidence.`,
    "",
    ...align(summary.sides.length === 1 ? figureRows(summary) : sideRows(summary)),
    "",
    ...summary.ratios.map((ratio) => ratioLine(summary, ratio)),
    ...summary.targets.map((target) => targetLine(summary, target)),
    ...summary.notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function sideRows({ figures, sides }: Summary): string[][] {
  const header = ["", ...figures.map(({ title }) => title)];
  const rows = sides.map((side) => [
    side.title,
    ...figures.map((figure) => cell(side.figures[figure.name], figure)),
  ]);
  return [header, ...rows];
}

/** One side alone has a line for each figure. */
function figureRows({ figures, sides: [side] }: Summary): string[][] {
  return figures.map((figure) => [figure.title, cell(side?.figures[figure.name], figure)]);
}

function cell(spread: Spread | undefined, { digits }: Figure): string {
  if (spread === undefined) return "";
  const [middle, low, high] = [spread.median, spread.low, spread.high].map((value) => number(value, digits));
  return `${middle} [${low}–${high}]`;
}

function ratioLine(summary: Summary, ratio: Ratio): string {
  const { median, low, high, coverage, verdict, pairs } = ratio;
  const bounds = `[${low.toFixed(2)}–${high.toFixed(2)}, ${percent(coverage)}]`;
  const each = pairs.map((pair) => pair.toFixed(2)).join(" ");
  return `${ratioTitle(summary, ratio)}: ${median.toFixed(2)} ${bounds} → ${VERDICTS[verdict]}   (pairs: ${each})`;
}

function targetLine(summary: Summary, target: JudgedTarget): string {
  const { figure, side, against, bound, outcome } = target;
  const title = figureOf(summary, figure).title;
  const name =
    against !== undefined
      ? ratioTitle(summary, { figure, side, against })
      : hasOneOfOurs(summary)
        ? title
        : `${titleOf(summary, side)}, ${title}`;
  const wanted = "atLeast" in bound ? `at least ${bound.atLeast}` : `at most ${bound.atMost}`;
  const few = isReliable(target) ? "" : " (too few runs to rely on)";
  return `target: ${name} ${wanted} → ${OUTCOMES[outcome]}${few}`;
}

/** `ours` where there is one side of ours, and its name where there are several. */
function ratioTitle(
  summary: Summary,
  { figure, side, against }: Pick<Ratio, "figure" | "side" | "against">,
): string {
  const ours = hasOneOfOurs(summary) ? "ours" : titleOf(summary, side);
  return `${ours} ÷ ${titleOf(summary, against)}${mainOr(summary, figure)}`;
}

function hasOneOfOurs({ sides }: Summary): boolean {
  return sides.filter(({ role }) => role === "ours").length === 1;
}

function titleOf({ sides }: Summary, wanted: string): string {
  return sides.find(({ name }) => name === wanted)?.title ?? wanted;
}

/** Which figure is meant, where it is not the main one. */
function mainOr(summary: Summary, figure: string): string {
  return figure === summary.figures[0]?.name ? "" : `, ${figureOf(summary, figure).title}`;
}

function figureOf({ figures }: Summary, wanted: string): Figure {
  return figures.find(({ name }) => name === wanted) ?? { name: wanted, title: wanted, digits: 2 };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function number(value: number, digits: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function align(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join("   ")
      .trimEnd(),
  );
}
