import { normalizeAddress } from "@sendex/core/suppressions";
import type { Target } from "@sendex/data/reports/targets";
import type { Transaction } from "@sendex/data/database/transaction";
import type { NewAccountEvent, NewEvent } from "@sendex/data/webhooks/record-events";
import { chooseFor, choiceOfAll } from "./choose";

/**
 * Who left by SES's own link or header left all mail that one can leave: SES sends no further such mail either. Of events
 * that are new; returns what is to be recorded beside. They are few: somebody presses a button for each.
 */
export async function leaveReported(
  client: Transaction,
  events: readonly NewEvent[],
  targets: readonly Target[],
  now: Date,
): Promise<NewAccountEvent[]> {
  const told: NewAccountEvent[] = [];
  for (const { type, accountId, messageId, n } of events) {
    if (type !== "unsubscribed") continue;
    const target = targets.find((one) => one.messageId === messageId && one.n === n);
    if (!target) continue;
    const address = normalizeAddress(target.address);
    const wish = { address, choices: [choiceOfAll(false)], source: "report" as const, messageId };
    const chosen = await chooseFor(client, { accountId, mode: target.mode }, wish, [], now);
    told.push(...chosen.events);
  }
  return told;
}
