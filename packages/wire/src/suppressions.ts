import type { Mode } from "@sendex/core/accepting/message";
import { originOf, type Suppression } from "@sendex/core/suppressions";

interface StoredSuppression extends Suppression {
  id: string;
  mode: Mode;
  address: string;
}

/** What a surface calls an address, and several of them. */
export interface SuppressionNames {
  one: "email" | "recipient";
  many: "emails" | "recipients";
}

export const SENDEX_NAMES: SuppressionNames = { one: "email", many: "emails" };
export const SENDARIX_NAMES: SuppressionNames = { one: "recipient", many: "recipients" };

const SOURCES = { ses: "report", ses_list: "ses_list", api: "api" } as const;

/** An entry as a surface shows it; Sendarix keeps the caller's own word for the reason. */
export function presentSuppression(
  row: StoredSuppression,
  { one }: SuppressionNames,
  object = "suppression",
) {
  return {
    object,
    id: row.id,
    mode: row.mode,
    [one]: row.address,
    reason: one === "email" ? row.reason : (row.label ?? row.reason),
    origin: originOf(row),
    source: SOURCES[row.source],
    message_id: row.messageId,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    critical_after: row.trialAt?.toISOString() ?? null,
  };
}

export function presentRemoved(
  { id, address }: StoredSuppression,
  { one }: SuppressionNames,
  object = "suppression",
) {
  return { object, id, [one]: address, deleted: true };
}
