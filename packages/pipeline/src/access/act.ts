import { newId } from "@sendex/crypto/token";
import { type AuditEntry, writeAudit } from "@sendex/data/access/audit";
import type { Context } from "../context";

/** Records an act that has no transaction of its own. */
export async function noteAct(
  { data, clock }: Context,
  actor: string,
  act: string,
  accountId: string | null,
): Promise<void> {
  await writeAudit(data.pool, actOf(clock(), actor, act, accountId, {}));
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
