import type { WebhookEvent } from "@sendex/core/webhooks/event";
import type { OwnerText } from "@sendex/core/accounts";
import { newId } from "@sendex/crypto/token";
import type { NewOwnerMail } from "@sendex/data/accounts/owner-mails";
import type { NewAccountEvent } from "@sendex/data/webhooks/record-events";

/** An event about an account itself, for its endpoints. */
export function accountEvent(
  accountId: string,
  type: "suspended" | "reinstated" | "tier_changed",
  at: Date,
  data: object,
): NewAccountEvent {
  const webhook: WebhookEvent = `account.${type}`;
  return {
    accountId,
    id: newId("evt", at),
    subjectType: "account",
    subjectId: accountId,
    type,
    webhook,
    at,
    data: { account_id: accountId, ...data },
  };
}

/** A mail to the account's owner. */
export function ownerMail(accountId: string, text: OwnerText, now: Date): NewOwnerMail {
  return { accountId, id: newId("oml", now), ...text };
}
