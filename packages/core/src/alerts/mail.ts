import { isAtLeast, type Role } from "../people/roles";

/** Whether alerts are mailed to a member: as she chose, else to those who manage the account. */
export function wantsAlertMail({ role, alertMail }: { role: Role; alertMail: boolean | null }): boolean {
  return alertMail ?? isAtLeast(role, "admin");
}
