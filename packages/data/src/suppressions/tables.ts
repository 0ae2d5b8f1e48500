import { type Mode, MODES } from "@sendex/core/accepting/message";
import type { Statement } from "../database/statement";

/**
 * An account has a list for each mode, in a table of its own: processes of the version before know that of live mail
 * alone, and name its key (docs/adr/0008).
 */

export const TABLES = { live: "suppressions", test: "test_suppressions" } satisfies Record<Mode, string>;

export const COLUMNS =
  "account_id, address, id, reason, label, origin, message_id, created_at, expires_at, trial_at";

/** Both lists with the mode of each entry, for statements that look for entries by mode and key: one table is read. */
export const BOTH_LISTS = `(${MODES.map((mode) => `SELECT '${mode}'::mode AS mode, ${COLUMNS} FROM ${TABLES[mode]}`).join(" UNION ALL ")})`;

/** A statement for each list. */
export function ofEachMode<Values>(
  declare: (table: string, mode: Mode) => Statement<Values>,
): Record<Mode, Statement<Values>> {
  return { live: declare(TABLES.live, "live"), test: declare(TABLES.test, "test") };
}
