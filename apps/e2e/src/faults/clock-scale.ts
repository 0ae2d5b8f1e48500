import { leaseMs, settleScaled, SETTLE_CRITICAL_MS, SETTLE_MS } from "@sendex/core/sending/ladder";

/**
 * RETRY_TIME_SCALE of the rows that wait for leases and evidence: two minutes become six seconds. Smaller, a busy
 * machine's own delays would be taken for missing evidence.
 */
const SCALE = 0.05;

/** How long a claim holds in those rows, in seconds. */
export const LEASE_S = leaseMs(SCALE) / 1000;

/** What the matrix allows beyond lease and settling, for noticing and sending: 150 s are 20 + 120 + 10. */
const SLACK_S = 10;

/** Row 4's bound under that scale, in seconds; the slack is machine time and not scaled. */
export function settleWithin(priority: "standard" | "critical"): number {
  const settling = priority === "critical" ? SETTLE_CRITICAL_MS : SETTLE_MS;
  return LEASE_S + settleScaled(settling, SCALE) / 1000 + SLACK_S;
}
