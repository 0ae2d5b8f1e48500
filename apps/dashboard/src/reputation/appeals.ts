import type { Appeal } from "@sendex/sdk/generated/api";
import type { Meaning } from "../ui/text/status";

/** Against one suspension; one at a time. Source: docs/reputation.md "Suspension". */
const MOST_APPEALS = 3;
export const MOST_CHARACTERS = 5_000;

export const MEANINGS: Record<Appeal["status"], Meaning> = {
  ...{ open: "going", granted: "good", denied: "bad", moot: "idle" },
};

/** Whether one more can be made now, and how many more there can be. */
export function appealsLeft(appeals: Pick<Appeal, "status">[]): {
  may: boolean;
  left: number;
  open: boolean;
} {
  const open = appeals.some(({ status }) => status === "open");
  const left = Math.max(0, MOST_APPEALS - appeals.length);
  return { may: !open && left > 0, left, open };
}

/** The newest first. */
export function newestFirst<One extends { created_at: string }>(appeals: One[]): One[] {
  return appeals.toSorted((one, other) => other.created_at.localeCompare(one.created_at));
}
