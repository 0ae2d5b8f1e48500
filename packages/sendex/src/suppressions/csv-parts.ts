/** What the API takes of one import. Source: docs/suppressions.md "API". */
const MAX_ROWS = 10_000;
const MAX_CHARACTERS = 4_000_000;

export interface CsvPart {
  csv: string;
  /** What is added to a line's number in this part to get that in the whole file. */
  linesBefore: number;
}

/** A CSV in parts that the API takes, each under the whole one's head. */
export function* csvParts(csv: string): Generator<CsvPart> {
  const lines = csv.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const head = isHead(lines[0] ?? "") ? [lines[0] ?? ""] : [];
  let from = head.length;
  do {
    const to = endOf(lines, from);
    yield { csv: [...head, ...lines.slice(from, to)].join("\n"), linesBefore: from - head.length };
    from = to;
  } while (from < lines.length);
}

function isHead(line: string): boolean {
  return line
    .toLowerCase()
    .split(",")
    .some((cell) => cell.trim().replace(/^"|"$/g, "") === "email");
}

/** The first line that does not fit any more; at least one does. */
function endOf(lines: string[], from: number): number {
  let characters = 0;
  for (let i = from; i < lines.length; i += 1) {
    characters += (lines[i]?.length ?? 0) + 1;
    const full = i - from >= MAX_ROWS - 1 || characters > MAX_CHARACTERS - 1_000;
    if (full && i > from) return i;
  }
  return lines.length;
}
