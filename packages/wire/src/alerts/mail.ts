import type { OwnerText } from "@sendex/core/accounts";
import type { AlertKind } from "@sendex/core/alerts/kinds";
import { reasonOf, titleOf, type Told } from "./sentence";

/** The one mail that an alert sends, when it opens for the first time. */
export function alertMail(alert: Told, { account, link }: { account: string; link: string }): OwnerText {
  const parts = [
    `${account}: ${reasonOf(alert)}`,
    ADVICE[alert.kind],
    `See it, say that you look after it, or choose which alerts there are and whether they are mailed to you: ${link}`,
    "It closes by itself once its cause is gone. No further mail tells of it.",
  ];
  return { subject: titleOf(alert), text: `${parts.join("\n\n")}\n` };
}

const ADVICE: Record<AlertKind, string> = {
  volume:
    "If this is not yours, revoke the API key that sends it. If it is, there is nothing to do: bursts that come again teach the rule.",
  bounce_rate:
    "Look at what bounced, and stop what sends to those addresses: above the limit of the bounce rate the account is suspended.",
  complaint_rate:
    "Write only to people who asked for it, and let them leave in one click. Complaints count in the bounce rate.",
  deferrals:
    "The provider takes this mail more slowly. What is put off is tried again; sending it less mail helps most.",
  webhook_failing:
    "What the endpoint does not take is tried again for about a day. After 5 days of failures it is disabled.",
  key_network: "If you do not know the network, revoke the key and make another.",
};
