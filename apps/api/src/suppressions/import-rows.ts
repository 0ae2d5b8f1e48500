import { parseInstant } from "@sendex/core/accepting/instant";
import { type FieldError, SendexError } from "@sendex/core/error";
import { readReason } from "@sendex/core/suppressions";
import { readCsv } from "@sendex/kit/csv";
import { MAX_IMPORT_ROWS } from "@sendex/pipeline/suppressions/import";
import type { SuppressionWish } from "@sendex/pipeline/suppressions/suppress";
import { readSuppressible } from "./read";
import type { ImportBody } from "./schemas";

/** A row that is not imported, and why. */
export interface BadRow {
  /** From 1: of the text, or of the entries. */
  line: number;
  email: string;
  code: string;
  message: string;
}

interface RawRow {
  line: number;
  email: string;
  reason: string;
  expires_at: string;
}

/** What a word for a reason may be. Source: schemas.ts */
const REASON = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
/** Of a bad row's address, what is shown. */
const MAX_SHOWN = 320;

/**
 * The entries of an import and its bad rows. `reason` stands in for a row without one.
 * @throws SendexError bad_request where there is nothing, or too much, to import
 */
export function readImport(
  { csv, suppressions, reason = "manual" }: Partial<ImportBody>,
  now: Date,
): { rows: number; wishes: SuppressionWish[]; bad: BadRow[] } {
  const raw = csv === undefined ? fromEntries(suppressions ?? []) : fromCsv(csv);
  const wishes: SuppressionWish[] = [];
  const bad: BadRow[] = [];
  for (const row of raw) {
    const wish = readRow({ ...row, reason: row.reason || reason }, now);
    if ("code" in wish) bad.push(wish);
    else wishes.push(wish);
  }
  return { rows: raw.length, wishes, bad };
}

function fromEntries(entries: NonNullable<ImportBody["suppressions"]>): RawRow[] {
  return entries.map(({ email = "", reason = "", expires_at = "" }, i) => ({
    ...{ line: i + 1, email, reason, expires_at },
  }));
}

const EMAIL_NAMES = ["email", "recipient", "address", "e-mail"];

/** With a head that names a column `email`, columns go by their names; without one, by their order. */
function fromCsv(csv: string): RawRow[] {
  const rows: RawRow[] = [];
  let columns: Columns | undefined;
  for (const { line, cells } of readCsv(csv)) {
    const head: Columns | undefined = columns ? undefined : headOf(cells);
    columns ??= head ?? { email: 0, reason: 1, expires_at: 2 };
    if (head) continue;
    if (rows.length === MAX_IMPORT_ROWS)
      throw new SendexError(
        "bad_request",
        `An import has at most ${MAX_IMPORT_ROWS} rows: import it in parts.`,
      );
    const cell = (name: keyof Columns): string => cells[columns?.[name] ?? -1]?.trim() ?? "";
    rows.push({ line, email: cell("email"), reason: cell("reason"), expires_at: cell("expires_at") });
  }
  return rows;
}

type Columns = Record<"email" | "reason" | "expires_at", number>;

function headOf(cells: string[]): Columns | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const email = names.findIndex((name) => EMAIL_NAMES.includes(name));
  if (email < 0) return undefined;
  return { email, reason: names.indexOf("reason"), expires_at: names.indexOf("expires_at") };
}

function readRow({ line, email, reason: word, expires_at }: RawRow, now: Date): SuppressionWish | BadRow {
  const errors: FieldError[] = [];
  const address = readSuppressible(email, "email", errors);
  if (!REASON.test(word))
    errors.push(wrong("reason", "must be a word of at most 64 letters, digits, _ and -."));
  const reason = readReason(word);
  const end = expires_at === "" ? null : (parseInstant(expires_at) ?? null);
  if (expires_at !== "" && !(end && end > now))
    errors.push(wrong("expires_at", "must be a time to come, in ISO 8601 with a zone."));
  if (end && reason === "complaint")
    errors.push(wrong("expires_at", "cannot be given: a complaint never expires."));
  const [first] = errors;
  if (first) return { line, email: email.slice(0, MAX_SHOWN), code: first.code, message: first.message };
  return { address, reason, label: word === reason ? null : word, expiresAt: end };
}

function wrong(field: string, rest: string): FieldError {
  return { field, code: "format", message: `${field} ${rest}` };
}
