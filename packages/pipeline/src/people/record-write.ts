import { writeAudit } from "@sendex/data/access/audit";
import { recordsTransaction } from "@sendex/data/database/transaction";
import { actOf } from "../access/act";
import type { Context } from "../context";

/** What a person did. */
export interface PersonsWrite {
  email: string;
  /** The operation's id: `templates.publish`. */
  act: string;
  accountId: string | null;
  subjectId: string | null;
  /** Never content. */
  detail: object;
}

/**
 * Writes it down, after the commit of the act itself: a process that is killed between the two leaves an act without its
 * entry (docs/adr/0017). Rejects where the entry cannot be written.
 */
export async function recordWrite(
  context: Context,
  { email, act, accountId, subjectId, detail }: PersonsWrite,
): Promise<void> {
  const entry = actOf(context.clock(), `user:${email}`, act, accountId, detail, subjectId);
  await recordsTransaction(context.data, (records) => writeAudit(records, entry));
}
