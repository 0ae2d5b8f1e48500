import type { Grounds } from "@sendex/core/reputation/standing";
import { inGoodStanding } from "../access/conditions";
import { type AuditEntry, writeAudit } from "../access/audit";
import { type NewOwnerMail, putOwnerMail } from "../accounts/owner-mails";
import { type DeliveryKey, type NewAccountEvent, recordAccountEvent } from "../webhooks/record-events";
import { jsonb, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { type Transaction, keyedTransaction } from "../database/transaction";

/** What goes with a change of an account, in its transaction. */
export interface Consequences {
  mail?: NewOwnerMail;
  event?: NewAccountEvent;
  audit?: AuditEntry;
}

export interface NewSuspension extends Grounds {
  accountId: string;
  id: string;
}

/**
 * Suspends an active account: from this commit on nothing of it is accepted or claimed. → the deliveries to enqueue, or
 * undefined where it was suspended before, or there is no such account.
 */
export async function suspendAccount(
  data: Data,
  { accountId, id, cause, reason, evidence }: NewSuspension,
  told: Consequences,
  now: Date,
): Promise<DeliveryKey[] | undefined> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(SUSPEND({ accountId, reason, now }));
    if (rowCount !== 1) return undefined;
    await client.query(
      RECORD_SUSPENSION({ accountId, id, cause, reason, evidence: JSON.stringify(evidence), now }),
    );
    return tell(client, told, now);
  });
}

/** Who lifts a suspension, and what is said about it. */
export interface Lifting {
  accountId: string;
  by: string;
  note: string | null;
  /** What becomes of an appeal that is open. */
  appeal: "granted" | "moot";
}

/** Reinstates a suspended account, whose bounce rate begins anew. → as `suspendAccount`; undefined where it was active, or is erased. */
export async function reinstateAccount(
  data: Data,
  { accountId, by, note, appeal }: Lifting,
  told: Consequences,
  now: Date,
): Promise<DeliveryKey[] | undefined> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(REINSTATE({ accountId, now }));
    if (rowCount !== 1) return undefined;
    await client.query(LIFT({ accountId, now, by, note }));
    await client.query(DECIDE_APPEAL({ accountId, now, by, note, appeal }));
    return tell(client, told, now);
  });
}

/** Warns an account's owner, once until the rate was low again. False where that was done, or it is not active. */
export async function warnAccount(data: Data, mail: NewOwnerMail, now: Date): Promise<boolean> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(WARN({ accountId: mail.accountId, now }));
    if (rowCount !== 1) return false;
    await putOwnerMail(client, mail, now);
    return true;
  });
}

/** Accounts whose rate is low again: a new rise is worth a new warning. */
export async function forgetWarnings(data: Data, accountIds: string[], before: Date): Promise<void> {
  if (accountIds.length === 0) return;
  await prisma(data).account.updateMany({
    where: { id: { in: accountIds }, warnedAt: { lt: before } },
    data: { warnedAt: null },
  });
}

export async function tell(
  client: Transaction,
  { mail, event, audit }: Consequences,
  now: Date,
): Promise<DeliveryKey[]> {
  if (mail) await putOwnerMail(client, mail, now);
  if (audit) await writeAudit(client, audit);
  return event ? recordAccountEvent(client, event, now) : [];
}

const REINSTATE = unpreparedStatement(
  { accountId: text, now: timestamptz },
  (p) => `
UPDATE accounts SET standing = 'active', standing_reason = NULL, suspended_at = NULL, rate_since = ${p.now}, warned_at = NULL
WHERE id = ${p.accountId} AND standing = 'suspended' AND erasing_since IS NULL`,
);

const SUSPEND = unpreparedStatement(
  { accountId: text, reason: text, now: timestamptz },
  (p) => `
UPDATE accounts SET standing = 'suspended', standing_reason = ${p.reason}, suspended_at = ${p.now}
WHERE id = ${p.accountId} AND ${inGoodStanding("accounts")}`,
);

const RECORD_SUSPENSION = unpreparedStatement(
  { accountId: text, id: text, cause: text, reason: text, evidence: jsonb, now: timestamptz },
  (p) => `
INSERT INTO suspensions (account_id, id, cause, reason, evidence, created_at)
VALUES (${p.accountId}, ${p.id}, ${p.cause}, ${p.reason}, ${p.evidence}, ${p.now})`,
);

const LIFT = unpreparedStatement(
  { accountId: text, now: timestamptz, by: text, note: text.orNull },
  (p) => `
UPDATE suspensions SET lifted_at = ${p.now}, lifted_by = ${p.by}, note = ${p.note}
WHERE account_id = ${p.accountId} AND lifted_at IS NULL`,
);

const DECIDE_APPEAL = unpreparedStatement(
  { accountId: text, now: timestamptz, by: text, note: text.orNull, appeal: text },
  (p) => `
UPDATE appeals SET decision = ${p.appeal}, decided_at = ${p.now}, decided_by = ${p.by}, note = ${p.note}
WHERE account_id = ${p.accountId} AND decided_at IS NULL`,
);

const WARN = unpreparedStatement(
  { accountId: text, now: timestamptz },
  (p) => `
UPDATE accounts SET warned_at = ${p.now}
WHERE id = ${p.accountId} AND ${inGoodStanding("accounts")} AND warned_at IS NULL`,
);
