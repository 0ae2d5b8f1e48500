import type { AlertDimension, Measured } from "@sendex/core/alerts/kinds";
import type { Alert } from "../generated/client";

/** An alert with its numbers, which are those of its kind. */
export type AlertRow = Measured & AlertFacts;

export interface AlertFacts {
  accountId: string;
  id: string;
  dimension: AlertDimension;
  value: string;
  name: string | null;
  openedAt: Date;
  /** When its cause was last not clear. */
  lastSeenAt: Date;
  closedAt: Date | null;
  reopened: number;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
}

/** The parse boundary: only this package writes these columns. */
export function readAlert(row: Alert): AlertRow {
  return row as unknown as AlertRow;
}
