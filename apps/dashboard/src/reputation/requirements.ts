import type { Account } from "@sendex/sdk/generated/api";

/** What it takes to become trusted. Source: docs/reputation.md "Tiers". */
export const REQUIREMENTS = ["age", "sent", "bounce_rate", "standing"] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Each of them, and whether the account has it; none where it is not on its way there. */
export function requirementsOf({
  missing_for_trusted: missing,
}: Pick<Account, "missing_for_trusted">): { requirement: Requirement; met: boolean }[] {
  return missing === null
    ? []
    : REQUIREMENTS.map((requirement) => ({ requirement, met: !missing.includes(requirement) }));
}
