/** A file of contacts that is read in: its bounds, and how it stands. */

/** Of one file. */
export const MAX_IMPORT_BYTES = 200 * 1024 * 1024;
/** Files of one account and mode that are not read in yet. */
export const MAX_OPEN_IMPORTS = 5;
/** Bad rows that are kept of one file: its first. */
export const MAX_KEPT_ERRORS = 10_000;
/** An import and its bad rows are kept so long after its end. */
export const IMPORTS_KEPT_DAYS = 90;
/** An upload of which nothing came for so long has broken off; it ends by itself after 2 minutes. */
export const UPLOAD_IDLE_MS = 10 * 60_000;
/** Of one row, with its quotes: what is longer has a quote that is not closed. */
export const MAX_ROW_BYTES = 256 * 1024;
/** Rows that are written in one transaction, at most. */
export const MAX_WINDOW_ROWS = 4_000;
/** Turns without progress after which an import fails. */
export const MAX_IMPORT_FAILURES = 10;

/** As the Resend SDK 6.38 has them. */
export const IMPORT_STATUSES = ["queued", "in_progress", "completed", "failed"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
/** What becomes of a row whose contact is there already. */
export const ON_CONFLICT = ["upsert", "skip"] as const;
export type OnConflict = (typeof ON_CONFLICT)[number];

/** Rows read, and what became of them. */
export interface ImportCounts {
  /** The sum of the others. */
  total: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
}

/** A row that is not taken. */
export interface BadRow {
  /** Where it begins, from 1, which is the header's. */
  line: number;
  /** The header of the cell in question; null: the row as a whole. */
  column: string | null;
  reason: string;
}

/** What a window adds to what it writes for each contact: so many places in segments, and choices of topics. */
export function windowRows(segments: number, topics: number): number {
  return Math.max(100, Math.floor((2 * MAX_WINDOW_ROWS) / Math.max(2, 1 + segments + topics)));
}
