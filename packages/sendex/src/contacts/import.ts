import { Option } from "@commander-js/extra-typings";
import type { ContactImport } from "@sendex/sdk/generated/api";
import { setTimeout as pause } from "node:timers/promises";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { readText } from "../files";
import { text, texts } from "../values";
import { askApi } from "./ask-api";

/** A scheduler reads the file in; meanwhile it is asked how far it is. */
const WAIT_MS = 500;
const ON_CONFLICT = ["upsert", "skip"] as const;

export function importCommand(act: Act) {
  return command(
    "import",
    "Reads contacts in from a CSV file, and waits until that is done; fails where rows are wrong.",
    "contacts import people.csv --segment seg_…",
    "contacts import - < people.csv",
  )
    .argument("<file>", "with a first line that names its columns; - is standard input")
    .option("--segment <id>", "a list to put them in (repeatable)", texts)
    .option(
      "--column-map <file>",
      "which column is what, as JSON; without it columns go by equal names",
      text,
    )
    .addOption(new Option("--on-conflict <word>", "contacts that are there already").choices(ON_CONFLICT))
    .option("--no-wait", "returns as soon as the file is stored")
    .action((file, options) => act((desk) => importFile(desk, file, options)));
}

interface Options {
  segment?: string[];
  columnMap?: string;
  onConflict?: string;
  wait: boolean;
}

async function importFile(
  desk: Desk,
  file: string,
  { segment, columnMap, onConflict, wait }: Options,
): Promise<Result> {
  const csv = file === "-" ? await desk.terminal.readInput() : await readText(file);
  const form = new FormData();
  if (columnMap !== undefined) form.append("column_map", await readText(columnMap));
  if (onConflict !== undefined) form.append("on_conflict", onConflict);
  if (segment) form.append("segments", JSON.stringify(segment.map((id) => ({ id }))));
  form.append("file", new Blob([csv], { type: "text/csv" }), "contacts.csv");
  const response = await askApi(desk.connection(), "/api/v1/contacts/imports", form);
  // The parse boundary: the API's own answer.
  const { id } = (await response.json()) as { id: string };
  if (!wait) return { value: { id }, text: id };
  const client = desk.client();
  let now = await client.contacts.imports.get(id);
  for (; now.completed_at === null; now = await client.contacts.imports.get(id)) await pause(WAIT_MS);
  const errors = now.counts.failed > 0 ? await client.contacts.imports.errors(id) : "";
  return {
    value: now,
    text: [sentenceOf(now), errors.trimEnd()].filter((line) => line !== "").join("\n"),
    wrong: now.status !== "completed" || now.counts.failed > 0,
  };
}

function sentenceOf({ counts, status, error }: ContactImport): string {
  const { total, created, updated, skipped, failed } = counts;
  const read = `${total} rows: ${created} created, ${updated} updated, ${skipped} left alone, ${failed} wrong.`;
  return status === "failed" ? `${read} It cannot be read on: ${error ?? "the reason is not known"}` : read;
}
