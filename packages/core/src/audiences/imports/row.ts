import { csvText } from "@sendex/kit/csv";
import { parseAddress } from "../../accepting/address";
import { addressProblem } from "../../accepting/mailbox-problem";
import { normalizeAddress } from "../../suppressions";
import { type ContactProperty, MAX_NAME_CHARACTERS, type PropertyChanges, readProperties } from "../contact";
import type { ImportPlan } from "./columns";
import type { BadRow } from "./import";

/** A row of a file as a contact; what is null stays as it is. */
export interface ImportedContact {
  address: string;
  firstName: string | null;
  lastName: string | null;
  properties: PropertyChanges;
  /** Leaves all mail that one can leave. */
  unsubscribed: boolean;
}

const YES = new Set(["true", "t", "yes", "y", "1"]);
const NO = new Set(["false", "f", "no", "n", "0", ""]);

/** Reads a row's cells. An empty cell says nothing: what the contact has of it stays. */
export function readRow(
  cells: readonly string[],
  plan: ImportPlan,
  known: readonly ContactProperty[],
): ImportedContact | Omit<BadRow, "line"> {
  const { header } = plan;
  const bad = (at: number | undefined, reason: string) => ({ column: header[at ?? -1] ?? null, reason });
  const cell = (at: number | undefined) => csvText((cells[at ?? -1] ?? "").trim());
  if (cells.length > header.length)
    return bad(undefined, `The row has ${cells.length} cells, and the first line has ${header.length}.`);
  if (cells.some((text) => text.includes("\0"))) return bad(undefined, "The row holds a NUL character.");
  const written = cell(plan.email);
  const address = parseAddress(written);
  if (address === undefined)
    return bad(plan.email, `This is no email address: ${addressProblem(written).text}.`);
  const [firstName, lastName] = [cell(plan.firstName), cell(plan.lastName)];
  for (const [at, name] of [[plan.firstName, firstName] as const, [plan.lastName, lastName] as const])
    if (name.length > MAX_NAME_CHARACTERS)
      return bad(at, `A name has at most ${MAX_NAME_CHARACTERS} characters.`);
  const word = cell(plan.unsubscribed).toLowerCase();
  if (!YES.has(word) && !NO.has(word)) return bad(plan.unsubscribed, "This is neither true nor false.");
  const given = Object.entries(plan.properties).flatMap(([key, at]) => {
    const value = cell(at);
    return value === "" ? [] : [[key, value] as const];
  });
  const { changes, errors } = readProperties(Object.fromEntries(given), known);
  const [error] = errors;
  if (error) return bad(plan.properties[error.field.replace(/^properties\./, "")], error.message);
  return {
    ...{ address: normalizeAddress(address), properties: changes, unsubscribed: YES.has(word) },
    ...{ firstName: firstName || null, lastName: lastName || null },
  };
}
