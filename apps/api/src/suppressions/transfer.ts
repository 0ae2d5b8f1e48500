import { invalidFields } from "@sendex/core/error";
import { exportSuppressions } from "@sendex/pipeline/suppressions/export";
import { importSuppressions } from "@sendex/pipeline/suppressions/import";
import Joi from "joi";
import { csvStream } from "../http/csv";
import type { Exchange, Route } from "../http/endpoint";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { SUPPRESSION_COLUMNS } from "./csv";
import { readImport } from "./import-rows";
import { EXPORT_QUERY, readExportQuery } from "./query";
import {
  importResponse,
  importSchema,
  MAX_BAD_ROWS,
  MAX_IMPORT_CHARACTERS,
  MAX_IMPORT_ENTRIES,
} from "./schemas";

const BASE = "/api/v1/suppressions";

/** Whole lists, in and out. They stand before the routes of one entry, whose paths could name them. */
export const transferRoutes: Route[] = [
  {
    surface: "sendex",
    path: `${BASE}/import`,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: importList,
        doc: {
          id: "suppressions.import",
          summary: "Put a list of addresses on the suppression list, and report the rows that are wrong",
          body: importSchema,
          responses: { 200: importResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/export`,
    endpoints: {
      GET: {
        need: "full",
        run: exportList,
        doc: {
          id: "suppressions.export",
          summary: "The whole suppression list as CSV, newest first",
          query: EXPORT_QUERY,
          responses: {
            200: Joi.string().description(
              "Columns: email, reason, expires_at, origin, message_id, created_at, id.",
            ),
          },
          media: "text/csv",
        },
      },
    },
  },
];

async function importList({ context, caller, parsed }: Exchange): Promise<Reply> {
  const body = readFields(importSchema, parsed.body);
  const { csv, suppressions } = body;
  if (csv === undefined && suppressions === undefined)
    throw invalidFields([{ field: "csv", code: "required", message: "csv or suppressions is required." }]);
  if ((csv?.length ?? 0) > MAX_IMPORT_CHARACTERS)
    throw tooLong("csv", "too_long", `has at most ${MAX_IMPORT_CHARACTERS} characters`);
  if ((suppressions?.length ?? 0) > MAX_IMPORT_ENTRIES)
    throw tooLong(
      "suppressions",
      "too_many",
      `has at most ${MAX_IMPORT_ENTRIES} entries; a csv may have more`,
    );
  const { rows, wishes, bad } = readImport(body, context.clock());
  const done = await importSuppressions(context, caller, wishes);
  return {
    status: 200,
    body: {
      ...{ object: "suppression_import", mode: caller.mode, rows, ...done },
      rejected: bad.length,
      bad_rows: bad.slice(0, MAX_BAD_ROWS),
    },
  };
}

function tooLong(field: string, code: string, rest: string): Error {
  return invalidFields([{ field, code, message: `${field} ${rest}.` }]);
}

async function exportList({ context, caller, query }: Exchange): Promise<Reply> {
  const rows = exportSuppressions(context, caller, readExportQuery(query));
  return csvStream(context.log, "suppressions", SUPPRESSION_COLUMNS, rows);
}
