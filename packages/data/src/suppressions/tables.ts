import { type Mode, MODES } from "@sendex/core/accepting/message";
import type { Statement } from "../database/statement";

/**
 * An account has a list for each mode, in a table of its own: processes of the version before know that of live mail
 * alone, and name its key (docs/adr/0008).
 */

export const TABLES = { live: "suppressions", test: "test_suppressions" } satisfies Record<Mode, string>;

export const COLUMNS =
  "account_id, address, id, reason, label, origin, message_id, created_at, expires_at, trial_at";

/**
 * In a statement, the entry of an address in the account's list of a mode; each is named by an expression. Looking by a
 * null finds nothing without a look into the index, and so one list is looked into.
 */
export function entryOf(mode: string, accountId: string, address: string): string {
  const looks = MODES.map(
    (known) => `SELECT ${COLUMNS} FROM ${TABLES[known]} e
    WHERE e.account_id = CASE ${mode} WHEN '${known}' THEN ${accountId} END AND e.address = ${address}`,
  );
  return `(${looks.join(" UNION ALL ")})`;
}

/** A statement for each list. */
export function ofEachMode<Values>(
  declare: (table: string, mode: Mode) => Statement<Values>,
): Record<Mode, Statement<Values>> {
  return { live: declare(TABLES.live, "live"), test: declare(TABLES.test, "test") };
}
