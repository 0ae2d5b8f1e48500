import type { Suppressed, SuppressionRow } from "@sendex/data/suppressions/entries";
import type { NewAccountEvent } from "@sendex/data/webhooks/record-events";
import { presentSuppression, SENDEX_NAMES } from "@sendex/wire/suppressions";
import { newAccountEvent } from "../webhooks/new-entry";

/** Of what was put on lists, the events of what stands there now and did not before. One that only changed is no news. */
export function addedEvents(suppressed: readonly Suppressed[], now: Date): NewAccountEvent[] {
  return suppressed
    .filter(({ before }) => before === null)
    .map(({ row }) => eventOf("suppression.added", row, now));
}

/** Of what was taken off a list. */
export function removedEvents(rows: readonly SuppressionRow[], now: Date): NewAccountEvent[] {
  return rows.map((row) => eventOf("suppression.removed", row, now));
}

/** Endpoints of the entry's mode are told. */
function eventOf(
  name: "suppression.added" | "suppression.removed",
  row: SuppressionRow,
  now: Date,
): NewAccountEvent {
  const subject = { accountId: row.accountId, subjectType: "suppression", subjectId: row.id } as const;
  return newAccountEvent(subject, name, presentSuppression(row, SENDEX_NAMES), now);
}
