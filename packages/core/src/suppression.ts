import type { ReportItem } from "./report-items";

/** Who enters the suppression list by what SES reports, and under which key. */

export interface Suppression {
  /** As `normalizeAddress` gives it. */
  address: string;
  reason: "bounce" | "complaint";
}

/**
 * What a reported item adds to the account's suppression list, or undefined. A Permanent bounce and a complaint
 * do (Sendex seed "Keeping your bounce rate low"). An Undetermined bounce does not: it counts in the bounce rate,
 * but SES itself could not tell whether the address is bad, and its own suppression list takes only hard ones.
 * A Transient bounce, an exhausted ladder and a `not-spam` report never do.
 */
export function suppressionFor(
  item: Pick<ReportItem, "type" | "data">,
  address: string,
): Suppression | undefined {
  const reason = reasonOf(item);
  if (reason === undefined) return undefined;
  const key = normalizeAddress(address);
  return isBareSimulator(key) ? undefined : { address: key, reason };
}

/** The form in which addresses are compared: local parts differ by case on no server that matters. */
export function normalizeAddress(address: string): string {
  return address.trim().toLowerCase();
}

function reasonOf(item: Pick<ReportItem, "type" | "data">): Suppression["reason"] | undefined {
  if (item.type === "complained") return "complaint";
  return item.type === "bounced" && item.data.bounce?.type === "Permanent" ? "bounce" : undefined;
}

/** SES mailbox simulator (SES guide "Using the mailbox simulator"); with a `+label` they are addresses like any other. */
const SIMULATOR_BOXES = ["success", "bounce", "complaint", "ooto", "suppressionlist"];
const SIMULATOR_DOMAIN = "simulator.amazonses.com";

function isBareSimulator(address: string): boolean {
  return SIMULATOR_BOXES.some((box) => address === `${box}@${SIMULATOR_DOMAIN}`);
}
