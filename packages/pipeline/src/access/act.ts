import { newId } from "@sendex/crypto/token";
import { type AuditEntry, writeAudit } from "@sendex/data/access/audit";
import type { Data } from "@sendex/data/database/open";
import { type Records, recordsTransaction } from "@sendex/data/database/transaction";

/**
 * Runs an act's writes. An operator's (`by`) share one transaction with the entry that `entryOf` makes of what they
 * resolve to; it makes none where nothing was changed. An owner's own act (`by` absent) has no entry.
 */
export async function recordAct<T>(
  data: Data,
  by: string | undefined,
  write: (records: Data | Records) => Promise<T>,
  entryOf: (by: string, done: T) => AuditEntry | undefined,
): Promise<T> {
  if (by === undefined) return write(data);
  return recordsTransaction(data, async (records) => {
    const done = await write(records);
    const entry = entryOf(by, done);
    if (entry) await writeAudit(records, entry);
    return done;
  });
}

/** An operator's act as the audit log has it. */
export function actOf(
  at: Date,
  actor: string,
  act: string,
  accountId: string | null,
  detail: object,
  subjectId: string | null = null,
): AuditEntry {
  return { id: newId("aud", at), at, actor, act, accountId, subjectId, detail };
}
