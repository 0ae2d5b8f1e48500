import type { AuditRow } from "../ui/audit/entry";
import type { AuditAnswer } from "./answers";

/** As the table of the audit log takes it. */
export function auditRow({ id, at, actor, act, subjectId, accountId, detail }: AuditAnswer): AuditRow {
  return { id, at, actor, act, subject: subjectId, account: accountId, detail };
}
