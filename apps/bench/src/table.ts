import type { Figure } from "./comparison";
import type { Ratio, Spread, Summary } from "./summary";

const VERDICTS = { more: "ahead", level: "level", less: "behind", unsure: "too few pairs to say" };

/** A comparison's medians, each with its interval in brackets, and ours against each floor. */
export function renderSummary(summary: Summary): string {
  const [first] = summary.sides;
  const coverage = Object.values(first?.figures ?? {})[0]?.coverage ?? 0;
  const runs = first?.samples.length ?? 0;
  const header = ["", ...summary.figures.map(({ title }) => title)];
  const rows = summary.sides.map(({ title, figures }) => [
    title,
    ...summary.figures.map((figure) => cell(figures[figure.name], figure)),
  ]);
  const ratios = summary.ratios.map((ratio) => ratioLine(summary, ratio));
  return [
    summary.title,
    `Medians of ${runs} ${runs === 1 ? "run" : "runs"} each; in brackets an interval of ${percent(coverage)} confidence.`,
    "",
    ...align([header, ...rows]),
    "",
    ...ratios,
    ...summary.notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

function cell(spread: Spread | undefined, { digits }: Figure): string {
  if (spread === undefined) return "";
  const [middle, low, high] = [spread.median, spread.low, spread.high].map((value) => number(value, digits));
  return `${middle} [${low}–${high}]`;
}

function ratioLine(
  { sides }: Summary,
  { against, median, low, high, coverage, verdict, pairs }: Ratio,
): string {
  const title = sides.find(({ name }) => name === against)?.title ?? against;
  const bounds = `[${low.toFixed(2)}–${high.toFixed(2)}, ${percent(coverage)}]`;
  const each = pairs.map((pair) => pair.toFixed(2)).join(" ");
  return `ours ÷ ${title}: ${median.toFixed(2)} ${bounds} → ${VERDICTS[verdict]}   (pairs: ${each})`;
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
