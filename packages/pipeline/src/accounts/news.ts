import type { OwnerText } from "@sendex/core/accounts";
import { newId } from "@sendex/crypto/token";
import type { NewOwnerMail } from "@sendex/data/accounts/owner-mails";
import type { NewAccountEvent } from "@sendex/data/webhooks/record-events";
import { newAccountEvent } from "../webhooks/new-entry";

/** An event about an account itself, for its endpoints. */
export function accountEvent(
  accountId: string,
  type: "suspended" | "reinstated" | "tier_changed",
  at: Date,
  data: object,
): NewAccountEvent {
  const subject = { accountId, subjectType: "account", subjectId: accountId } as const;
  return newAccountEvent(subject, `account.${type}`, { account_id: accountId, ...data }, at);
}

/** A mail to the account's owner. */
export function ownerMail(accountId: string, text: OwnerText, now: Date): NewOwnerMail {
  return { accountId, id: newId("oml", now), ...text };
}
