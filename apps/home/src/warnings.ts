import { isObject } from "@sendex/kit/loose";

/** At most this many different lines of one process are shown in a window; the rest is in its log. */
const MOST_LINES = 5;
const WINDOW_MS = 10_000;
const LONGEST_LINE = 300;
const WORTH_A_LOOK = /"level":"(warn|error|fatal)"/;

/**
 * Picks from a process' log what is worth showing on the terminal: its JSON lines of level warn and above, short,
 * as `[api] warn: …`. `clock` gives milliseconds.
 */
export function warningLines(
  name: string,
  show: (line: string) => void,
  clock: () => number,
): (chunk: Buffer) => void {
  let rest = "";
  let windowStart = -Infinity;
  const shown = new Set<string>();
  const tell = (line: string) => {
    if (clock() - windowStart >= WINDOW_MS) {
      windowStart = clock();
      shown.clear();
    }
    if (shown.has(line) || shown.size > MOST_LINES) return;
    shown.add(line);
    show(shown.size > MOST_LINES ? `[${name}] … and more, in its log` : line);
  };
  return (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\n");
    rest = (lines.pop() ?? "").slice(-LONGEST_LINE * 10);
    for (const line of lines) {
      if (WORTH_A_LOOK.test(line)) tell(`[${name}] ${shortForm(line)}`);
    }
  };
}

/** `warn: message (reason)` of a JSON log line; the line itself, cut, when it is none. */
export function shortForm(line: string): string {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== "object" || entry === null || !("msg" in entry) || !("level" in entry))
      return cut(line);
    const reason =
      reasonIn("err" in entry ? entry.err : undefined) ??
      reasonIn("error" in entry ? entry.error : undefined);
    return cut(`${String(entry.level)}: ${String(entry.msg)}${reason === undefined ? "" : ` (${reason})`}`);
  } catch {
    return cut(line);
  }
}

function reasonIn(error: unknown): string | undefined {
  if (typeof error === "string") return error;
  if (isObject(error) && "message" in error) return String(error.message);
  return undefined;
}

function cut(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}
