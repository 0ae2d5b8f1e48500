import { scaled } from "@sendex/core/sending/ladder";
import type { Route } from "@sendex/core/accepting/message";
import type { ReportItem } from "@sendex/core/reports/items";
import { newSuppression, suppressionFor } from "@sendex/core/suppressions";
import { newId } from "@sendex/crypto/token";
import type { Transaction } from "@sendex/data/database/transaction";
import type { Target } from "@sendex/data/reports/targets";
import { askAddition } from "@sendex/data/suppressions/ses-list";
import { suppress, type SuppressionRow } from "@sendex/data/suppressions/entries";
import type { NewAccountEvent } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { addedEvents } from "./tell";

/** An entry that a report makes, and the route that its mail took. */
export interface ReportedSuppression extends SuppressionRow {
  reason: "bounce" | "complaint";
  route: Route;
}

/** SES has listed the address itself by then, as a rule, and a reading of its list has found that. */
const TELL_AFTER_MS = 10 * 60_000;

export function suppressionOf(item: ReportItem, target: Target, now: Date): ReportedSuppression | undefined {
  const suppressed = suppressionFor(item, target.address);
  if (!suppressed) return undefined;
  const { accountId, mode, messageId, route } = target;
  const { reason, address } = suppressed;
  const entry = newSuppression({ reason, source: "ses", messageId }, now);
  return { ...entry, reason, accountId, mode, id: newId("sup", now), address, route };
}

/**
 * Writes down what was reported, and what SES's own list should have of it, which is nothing of test mail. Returns the
 * events to be recorded in the same transaction.
 */
export async function suppressReported(
  context: Context,
  client: Transaction,
  reported: ReportedSuppression[],
): Promise<NewAccountEvent[]> {
  if (reported.length === 0) return [];
  const now = context.clock();
  const { liveRoute, retryTimeScale } = context.settings;
  const suppressed = await suppress(client, reported, now);
  const live = reported.filter(({ route, mode }) => route === liveRoute && mode === "live");
  await askAddition(client, liveRoute, live, new Date(now.getTime() + scaled(TELL_AFTER_MS, retryTimeScale)));
  return addedEvents(suppressed, now);
}
