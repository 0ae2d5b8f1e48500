import { newId } from "@sendex/crypto/token";
import type { AuditEntry } from "@sendex/data/audit";

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
