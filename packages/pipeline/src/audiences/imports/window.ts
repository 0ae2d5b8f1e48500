import type { ContactProperty } from "@sendex/core/audiences/contact";
import type { BadRow, ImportCounts, OnConflict } from "@sendex/core/audiences/imports/import";
import { type ImportedContact, readRow } from "@sendex/core/audiences/imports/row";
import { ALL_TOPICS } from "@sendex/core/audiences/subscription";
import { newId } from "@sendex/crypto/token";
import type { Upserted } from "@sendex/data/audiences/contacts";
import { dropFile, dropRead } from "@sendex/data/audiences/imports/chunks";
import type { ImportTurn } from "@sendex/data/audiences/imports/turns";
import {
  advanceImport,
  chooseImported,
  type ImportedChoice,
  keepErrors,
  lockImport,
  writeImported,
} from "@sendex/data/audiences/imports/window";
import { addToSegments, knownSegments } from "@sendex/data/audiences/segments";
import { transaction } from "@sendex/data/database/transaction";
import type { Context } from "../../context";
import type { CsvRecord } from "./records";

export interface Window {
  records: readonly CsvRecord[];
  /** The properties that the file has values of. */
  known: readonly ContactProperty[];
  /** Nothing comes after it. */
  ends: boolean;
  /** The line after it, where that cannot be read. */
  broken: number | null;
}

/** Rows of one address: each is written over those before it. */
interface Gathered extends ImportedContact {
  rows: number;
}

/**
 * Writes a window of a file: its contacts, their places in segments, what they choose, its bad rows, and how far the file is
 * read, in one transaction. → where it is read on; undefined where another scheduler has written it, or nothing is left
 */
export async function writeWindow(
  context: Context,
  turn: ImportTurn,
  { records, known, ends, broken }: Window,
): Promise<ImportTurn | undefined> {
  const { owner, id, onConflict } = turn;
  const now = context.clock();
  const { gathered, errors } = gather(records, turn, known);
  const contacts = [...gathered.values()].map((contact) => ({ ...contact, id: newId("con", now) }));
  const next = records.at(-1)?.next ?? { atByte: turn.atByte, atLine: turn.atLine };
  const isWritten = await transaction(context.data, async (client) => {
    if (!(await lockImport(client, owner, id, turn.atByte))) return false;
    const segments = await knownSegments(client, owner, turn.segments);
    const written = await writeImported(client, owner, contacts, onConflict, now);
    const ids = written.map((contact) => contact.id);
    await addToSegments(client, owner.accountId, ids, [...segments]);
    await chooseImported(client, owner, choicesOf(written, gathered, turn), now);
    await keepErrors(client, owner.accountId, id, errors, turn.failed);
    await (ends ? dropFile(client, owner.accountId, id) : dropRead(client, owner.accountId, id, next.atByte));
    const counts = countsOf(written, gathered, onConflict, errors.length);
    await advanceImport(client, owner, id, { ...counts, ...next, ends, error: errorOf(broken) }, now);
    context.failPoint("import:before-commit");
    return true;
  });
  return isWritten && !ends ? { ...turn, ...next, failed: turn.failed + errors.length } : undefined;
}

function gather(
  records: readonly CsvRecord[],
  { plan, onConflict }: ImportTurn,
  known: readonly ContactProperty[],
): { gathered: Map<string, Gathered>; errors: BadRow[] } {
  const gathered = new Map<string, Gathered>();
  const errors: BadRow[] = [];
  for (const { cells, line } of records) {
    if (cells.every((cell) => cell === "")) continue;
    const row = readRow(cells, plan, known);
    if ("reason" in row) {
      errors.push({ line, ...row });
      continue;
    }
    const before = gathered.get(row.address);
    const over = before && onConflict === "upsert" ? combined(before, row) : before;
    gathered.set(row.address, { ...(over ?? row), rows: (before?.rows ?? 0) + 1 });
  }
  return { gathered, errors };
}

function combined(before: ImportedContact, row: ImportedContact): ImportedContact {
  return {
    address: row.address,
    firstName: row.firstName ?? before.firstName,
    lastName: row.lastName ?? before.lastName,
    properties: { ...before.properties, ...row.properties },
    unsubscribed: before.unsubscribed || row.unsubscribed,
  };
}

/** Of those that were written: who was skipped is left alone. */
function choicesOf(
  written: readonly Upserted[],
  gathered: ReadonlyMap<string, Gathered>,
  { topics }: ImportTurn,
): ImportedChoice[] {
  return written.flatMap(({ address }) => [
    ...(gathered.get(address)?.unsubscribed === true
      ? [{ address, topicId: ALL_TOPICS, subscribed: false }]
      : []),
    ...topics.map(({ id: topicId, subscribed }) => ({ address, topicId, subscribed })),
  ]);
}

/** The first row of a contact that was not there makes it; each other row finds it there. */
function countsOf(
  written: readonly Upserted[],
  gathered: ReadonlyMap<string, Gathered>,
  onConflict: OnConflict,
  failed: number,
): ImportCounts {
  const rows = [...gathered.values()].reduce((sum, contact) => sum + contact.rows, 0);
  const created = written.filter(({ fresh }) => fresh).length;
  const found = rows - created;
  return {
    ...{ total: rows + failed, created, failed },
    updated: onConflict === "upsert" ? found : 0,
    skipped: onConflict === "skip" ? found : 0,
  };
}

function errorOf(broken: number | null): string | null {
  if (broken === null) return null;
  return `From line ${broken} on the file cannot be read: a quote is not closed, or a row is too long. What stands before is written.`;
}
