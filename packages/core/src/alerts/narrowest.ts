import { lowerBound } from "./wilson";
import { type Tallies, RATE_RULES, type Window } from "./rate";
import type { AlertDimension, RateKind } from "./kinds";

/** A part of an account's mail that is bad, or has an open alert. */
export interface Suspect {
  dimension: AlertDimension;
  value: string;
  tallies: Tallies;
  /** What its worst window proves, and the share above which it is bad. */
  bound: number;
  limit: number;
  hours: Window;
}

/** What one can mend comes first. */
const NARROW: readonly AlertDimension[] = ["template", "provider", "domain"];

/**
 * Of the suspects of one kind, those that need an alert of their own: the surest first, and each further one only if it is
 * still bad without what the ones before it explain. A template that bounces makes its domain bounce, and that is one cause.
 * How two parts overlap is not counted, so as much as can be is taken for the same mail.
 */
export function narrowest<S extends Suspect>(
  kind: RateKind,
  suspects: readonly S[],
  open: readonly Pick<Suspect, "dimension" | "value" | "tallies">[],
): S[] {
  const found: S[] = [];
  const sorted = [...suspects].sort((a, b) => b.bound - a.bound || rank(a) - rank(b));
  for (const suspect of sorted)
    if (![...open, ...found].some((other) => explains(kind, other, suspect))) found.push(suspect);
  return found;
}

function explains(
  kind: RateKind,
  other: Pick<Suspect, "dimension" | "tallies">,
  { dimension, tallies, hours, limit }: Suspect,
): boolean {
  // Two values of one dimension have no mail in common.
  if (other.dimension === dimension) return false;
  const [own, taken] = [tallies[hours], other.tallies[hours]];
  const affected = own.affected - Math.min(own.affected, taken.affected);
  const sent = Math.max(affected, own.sent - Math.min(own.sent, taken.sent));
  return affected < RATE_RULES[kind].leastAffected || lowerBound(affected, sent) <= limit;
}

function rank({ dimension }: Suspect): number {
  return NARROW.indexOf(dimension);
}
