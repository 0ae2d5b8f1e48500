import { MODES } from "@sendex/core/accepting/message";
import { MAX_NAME_CHARACTERS, MAX_PROPERTIES, PROPERTY_KEY } from "@sendex/core/audiences/contact";
import type { ColumnMap } from "@sendex/core/audiences/imports/columns";
import {
  IMPORT_STATUSES,
  type ImportStatus,
  MAX_IMPORT_BYTES,
  MAX_KEPT_ERRORS,
  ON_CONFLICT,
  type OnConflict,
} from "@sendex/core/audiences/imports/import";
import Joi from "joi";
import { type Page, pageKeys } from "../../http/list-query";
import { listOf, shown, time, timeOrNull, words } from "../../http/openapi/responses";
import { namedSegments, type TopicBody, topics } from "../schemas";

/** The form of an import, and its answers. Source of the names: the Resend SDK 6.38. */

export interface ImportBody {
  column_map: ColumnMap;
  on_conflict: OnConflict;
  segments: { id: string }[];
  topics: TopicBody[];
}

const column = Joi.string().max(MAX_NAME_CHARACTERS);
const columnMap = Joi.object<ColumnMap>({
  email: column.description("Absent: the column email."),
  first_name: column,
  last_name: column,
  unsubscribed: column.description(
    "Of true or false. Who is unsubscribed there gets no mail that one can leave; nobody comes back by it.",
  ),
  properties: Joi.object()
    .pattern(
      PROPERTY_KEY,
      Joi.object({
        column: column.required(),
        type: Joi.valid("string", "number", "boolean").description("As the property is; boolean is string."),
      }),
    )
    .max(MAX_PROPERTIES)
    .description("By the keys of contact properties."),
}).description(
  "JSON: which column is what, by the first line of the file. Absent: by equal names. Given: what it names, and nothing else.",
);

const fields = {
  column_map: columnMap,
  on_conflict: Joi.valid(...ON_CONFLICT).description(
    "Of contacts that are there: `upsert` (if absent) writes what the row has, `skip` leaves them alone.",
  ),
  segments: namedSegments.description("JSON: the segments that the contacts are put in."),
  topics: topics.description(
    "JSON: chosen for the contacts. `opt_in` brings nobody back who left the topic.",
  ),
};

/** What its fields say, read from JSON; the file is not among them. */
export const importSchema = Joi.object<ImportBody>(fields).required();

export const importForm = Joi.object({
  ...fields,
  file: Joi.string()
    .required()
    .meta({ schema: { type: "string", contentMediaType: "text/csv" } })
    .description(
      `CSV in UTF-8 of at most ${MAX_IMPORT_BYTES / (1024 * 1024)} MB, parted by commas, semicolons or tabs; its first line names the columns.`,
    ),
});

export interface ImportQuery extends Page {
  status?: ImportStatus;
}

export const importQuery = Joi.object<ImportQuery>({
  ...pageKeys("imp"),
  status: Joi.valid(...IMPORT_STATUSES),
}).oxor("after", "before");

const count = Joi.number().integer();
const object = Joi.valid("contact_import");
export const importMadeResponse = shown({ object, id: Joi.string() });
export const importResponse = shown({
  object,
  id: Joi.string(),
  mode: Joi.valid(...MODES),
  status: Joi.valid(...IMPORT_STATUSES),
  created_at: time,
  completed_at: timeOrNull,
  counts: shown({
    total: count.description("Rows read so far: the sum of the others."),
    created: count,
    updated: count,
    skipped: count,
    failed: count.description("Rows that are not taken; `GET …/errors` names them."),
  }),
  progress: shown({
    bytes: count.description("Of the file."),
    bytes_read: count.description("How many of them are read in."),
  }),
  error: words.allow(null).description("Why it failed; what was read before is written."),
}).meta({ name: "ContactImport" });
export const importListResponse = listOf(importResponse);
export const importErrorsResponse = Joi.string().description(
  `Columns: line, column, reason; the first ${MAX_KEPT_ERRORS.toLocaleString("en-US")} rows that are not taken.`,
);
