import type { SuppressionImport } from "@sendex/sdk/generated/api";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { readText } from "../files";
import { plain } from "../show/as-text";
import { text } from "../values";
import { csvParts } from "./csv-parts";

/** More wrong rows are counted and not named. */
const MOST_NAMED = 1_000;

export function importCommand(act: Act) {
  return command(
    "import",
    "Puts the addresses of a CSV file on the list, however long it is; fails where rows are wrong, which it names.",
    "suppressions import bounced.csv --reason bounce",
    "suppressions import - < bounced.csv",
  )
    .argument(
      "<file>",
      "with a head that names email, reason and expires_at, or these columns; - is standard input",
    )
    .option("--reason <word>", "of rows without one (default: manual)", text)
    .action((file, { reason }) => act((desk) => importFile(desk, file, reason)));
}

/** Repeating it changes nothing, so that one that broke off is begun again. */
async function importFile(desk: Desk, file: string, reason: string | undefined): Promise<Result> {
  const client = desk.client();
  const csv = file === "-" ? await desk.terminal.readInput() : await readText(file);
  const sum = { rows: 0, added: 0, known: 0, rejected: 0 };
  const wrong: SuppressionImport["bad_rows"] = [];
  for (const { csv: part, linesBefore } of csvParts(csv)) {
    const done = await client.suppressions.import({ csv: part, ...(reason && { reason }) });
    for (const count of ["rows", "added", "known", "rejected"] as const) sum[count] += done[count];
    wrong.push(...done.bad_rows.map((row) => ({ ...row, line: row.line + linesBefore })));
    wrong.splice(MOST_NAMED);
  }
  const { rows, added, known, rejected } = sum;
  const lines = [
    `${rows} rows: ${added} added, ${known} known before, ${rejected} wrong.`,
    ...wrong.map(({ line, email, message }) => plain(`line ${line}: ${email} ${message}`)),
  ];
  return { value: { ...sum, bad_rows: wrong }, text: lines.join("\n"), wrong: rejected > 0 };
}
