import type { Result } from "./result";

const HEADER = ["row", "result", "messages", "lost", "dup", "seconds", "fault", "target", "notes"];
/** Columns of figures stand to the right. */
const FIGURES = [2, 3, 4, 5];

/** One line a row of the matrix; below a row that missed, what missed. */
export function renderTable(results: readonly Result[]): string {
  const rows = results.map(cells);
  const widths = HEADER.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const lines = results.flatMap((result, i) => [align(rows[i] ?? [], widths), ...explain(result)]);
  return [align(HEADER, widths), ...lines, "", summary(results)].join("\n");
}

function cells({ row, fault, target, verdict, figures }: Result): string[] {
  const known = figures?.skipped === undefined ? figures : undefined;
  const { messages = "", lost = "", duplicated = "", seconds, notes = [] } = known ?? {};
  return [
    row,
    verdict,
    ...[messages, lost, duplicated].map((value) => value.toLocaleString("en-US")),
    seconds?.toFixed(1) ?? "",
    fault,
    target,
    figures?.skipped ?? notes.join(", "),
  ];
}

function align(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((text, i) =>
    (FIGURES.includes(i) ? text.padStart : text.padEnd).call(text, widths[i] ?? 0),
  );
  return padded.join("  ").trimEnd();
}

function explain({ figures, trouble }: Result): string[] {
  const missed = [...(figures?.misses ?? []), ...(figures?.late ?? [])];
  const lines = trouble === undefined ? missed : [`could not be staged: ${trouble}`];
  return lines.map((line) => `      ✗ ${line.split("\n")[0]}`);
}

function summary(results: readonly Result[]): string {
  const of = (verdict: Result["verdict"]) => results.filter((result) => result.verdict === verdict).length;
  const skipped = of("skipped") > 0 ? `, ${of("skipped")} skipped` : "";
  return `${of("met")} met, ${of("MISSED")} missed${skipped}`;
}
