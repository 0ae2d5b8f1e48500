import { SIMULATED } from "@sendex/core/reputation/rate";
import { isSimulator } from "@sendex/core/reputation/simulator";
import type { Fact } from "@sendex/data/reports/facts";

/** The facts of a message that counters are kept by; a claim and a locked target both have them. */
type Counted = Pick<Fact, "accountId" | "mode"> & {
  fromDomain: string;
  templateId: string | null;
  keyId: string | null;
};

/** One fact about a recipient, counted under `hour`: that of its sending, or where it was not sent, of the fact itself. */
export function newFact(
  { accountId, mode, fromDomain, templateId, keyId }: Counted,
  event: string,
  hour: Date,
): Fact {
  const [template, key] = [templateId ?? "", keyId ?? ""];
  return { accountId, hour, mode, event, domain: fromDomain, template, keyId: key };
}

/** The facts of what is told of a recipient's sending: of one at the mailbox simulator also that the rate leaves it out. */
export function newFacts(counted: Counted & { address: string }, event: string, hour: Date): Fact[] {
  const fact = newFact(counted, event, hour);
  return event === "sent" && isSimulator(counted.address) ? [fact, { ...fact, event: SIMULATED }] : [fact];
}
