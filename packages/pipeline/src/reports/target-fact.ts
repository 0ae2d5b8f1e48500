import type { Fact } from "@sendex/data/webhooks/record-events";
import type { Target } from "@sendex/data/reports/targets";

/** One fact about a recipient, to be counted under the hour that it was sent in, or under `hour` where it was not. */
export function targetFact(target: Target, event: string, hour: Date): Fact {
  const { accountId, mode, fromDomain, templateId, keyId, sentAt } = target;
  return {
    accountId,
    hour: sentAt ?? hour,
    mode,
    event,
    domain: fromDomain,
    template: templateId ?? "",
    keyId: keyId ?? "",
  };
}
