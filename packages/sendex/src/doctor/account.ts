import type { Client } from "@sendex/sdk/client";
import type { Attention } from "@sendex/sdk/generated/api";
import { type Finding, ok, warning, wrong } from "./finding";

/** The account's standing and what the API itself says needs somebody; domains and endpoints are looked at by themselves. */
export async function lookAtAccount(client: Client): Promise<Finding[]> {
  const { attention } = await client.overview.get();
  const found = attention.flatMap((one) => findingOf(one) ?? []);
  return found.length > 0 ? found : [ok("account", "it may send, and nothing of it is paused")];
}

/** Undefined for what another chapter looks at, or is no trouble. */
function findingOf(one: Attention): Finding | undefined {
  switch (one.kind) {
    case "suspended":
      return wrong(
        "account",
        `suspended since ${one.since}: ${one.reason}`,
        one.appealed
          ? `An appeal is being read. ${one.held} recipients are held until ${one.held_until}.`
          : `Appeal in the dashboard under Settings. ${one.held} recipients are held until ${one.held_until}.`,
      );
    case "bounce_rate_warning":
      return warning(
        "account",
        `${percent(one.rate)} of ${one.sent} recipients bounced or complained; it is suspended at ${percent(one.suspend_at)}`,
        "Take dead addresses out of your lists: sendex emails list --status bounced",
      );
    case "source_paused":
      return wrong(
        "account",
        `the ${one.source} ${one.id} is paused since ${one.since}: its mail waits`,
        "Look at why in the dashboard, and let it go on there.",
      );
    case "credits_low":
      return one.credits > 0
        ? warning(
            "account",
            `${one.credits} credits are left`,
            "Have credits granted before they are used up.",
          )
        : wrong("account", "no credits are left: mail is refused", "Have credits granted.");
    default:
      return undefined;
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100} %`;
}
