import type { AlertKind, Cause, Finding } from "@sendex/core/alerts/kinds";
import type { Rules } from "@sendex/core/alerts/rule";
import type { AlertRow } from "@sendex/data/alerts/rows";

/** Accounts that are judged together, and what is known of them. */
export interface Page {
  accountIds: readonly string[];
  now: Date;
  rulesOf(accountId: string): Rules;
  /** Their open alerts. */
  open: readonly AlertRow[];
}

/** What was found out about an account's cause, with the name that its owner gave it. */
export type AccountFinding = Finding & { accountId: string; name: string | null };

/** The open alerts of some kinds. */
export function openOf<Kind extends AlertKind>(
  { open }: Page,
  kinds: readonly Kind[],
): Extract<AlertRow, { kind: Kind }>[] {
  const isOfThem = (row: AlertRow): row is Extract<AlertRow, { kind: Kind }> =>
    kinds.some((kind) => kind === row.kind);
  return open.filter(isOfThem);
}

/** Of an account: how a map knows a cause. */
export function keyOf({ accountId, kind, dimension, value }: Cause & { accountId: string }): string {
  return JSON.stringify([accountId, kind, dimension, value]);
}
