/** What is looked at before a broadcast begins, in this order. */
export const CHECKS = [
  ...(["domain", "dmarc", "complaint_rate", "unsubscribe", "size"] as const),
  ...(["values", "links", "images", "contrast", "audience"] as const),
];
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  check: CheckName;
  /** An error refuses sending. */
  level: "ok" | "warning" | "error";
  message: string;
  /** What to do about it; null: nothing is to be done. */
  remedy: string | null;
}

export function ok(check: CheckName, message: string): Check {
  return { check, level: "ok", message, remedy: null };
}
