import { type BadRow, MAX_IMPORT_BYTES } from "@sendex/core/audiences/imports/import";
import { invalidFields } from "@sendex/core/error";
import { redactBody } from "@sendex/core/logs/redact";
import { queueUpload } from "@sendex/pipeline/audiences/imports/queue";
import { readImport, readImportErrors, readImports } from "@sendex/pipeline/audiences/imports/read";
import { openUpload, type Upload } from "@sendex/pipeline/audiences/imports/upload";
import { presentImport } from "@sendex/wire/audiences/imports";
import { type Columns, csvStream } from "../../http/csv";
import type { Exchange, Route } from "../../http/endpoint";
import { readQuery } from "../../http/list-query";
import type { Reply } from "../../http/reply";
import { readFields } from "../../http/shape";
import { importId, wishOfImport } from "../read";
import {
  importErrorsResponse,
  importForm,
  importListResponse,
  importMadeResponse,
  importQuery,
  importResponse,
  importSchema,
} from "./schemas";

const BASE = "/api/v1/contacts/imports";

/** `/api/v1/contacts/imports`: files of contacts. They stand before the routes of one contact, whose paths could name them. */
export const importRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "form",
        run: make,
        doc: {
          id: "contacts.imports.create",
          summary: "Read contacts in from a CSV file",
          body: importForm,
          responses: { 202: importMadeResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "contacts.imports.list",
          summary: "List imports, newest first",
          query: importQuery,
          responses: { 200: importListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: {
          id: "contacts.imports.get",
          summary: "Read how far an import is",
          responses: { 200: importResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/errors`,
    endpoints: {
      GET: {
        need: "full",
        run: errors,
        doc: {
          id: "contacts.imports.errors",
          summary: "The rows of an import that are not taken, as CSV",
          responses: { 200: importErrorsResponse },
          media: "text/csv",
        },
      },
    },
  },
];

const FORM = { file: "file", maxFileBytes: MAX_IMPORT_BYTES };

async function make({ context, caller, call, form }: Exchange): Promise<Reply> {
  let upload: Upload | undefined;
  try {
    const fields = await form(FORM, async (pieces) => {
      const begun = await openUpload(context, caller);
      upload = begun;
      for await (const piece of pieces) await begun.put(piece);
    });
    const body = readJsonFields(fields);
    if (call.logged !== "nobody") call.requestBody = redactBody(body, "caller");
    const wish = wishOfImport(readFields(importSchema, body));
    if (upload) await queueUpload(context, caller, upload, wish);
  } catch (error) {
    // Where this fails too, the scheduler sweeps what is left.
    await upload?.drop().catch((cause: unknown) => context.log.warn({ err: cause }, "left an upload behind"));
    throw error;
  }
  return { status: 202, body: { object: "contact_import", id: upload?.id } };
}

const WRITTEN_AS_JSON = ["column_map", "segments", "topics"];

function readJsonFields(fields: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      WRITTEN_AS_JSON.includes(name) ? readJson(name, text) : text,
    ]),
  );
}

function readJson(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidFields([{ field, code: "format", message: `${field} must be JSON.` }]);
  }
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await readImports(context, caller, readQuery(importQuery, query));
  const shown = data.map((row) => presentImport(row, caller.mode));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  return {
    status: 200,
    body: presentImport(await readImport(context, caller, importId(exchange)), caller.mode),
  };
}

const COLUMNS: Columns<BadRow> = {
  line: ({ line }) => line,
  column: ({ column }) => column,
  reason: ({ reason }) => reason,
};

async function errors(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const rows = await readImportErrors(context, caller, importId(exchange));
  return csvStream(context.log, "bad-rows", COLUMNS, rows);
}
