import { knownEntries } from "@sendex/data/reports/known-entries";
import type { Transaction } from "@sendex/data/database/transaction";
import type { NewEvent } from "@sendex/data/webhooks/record-events";
import type { Changes } from "./apply-item";

/**
 * Of what moves no status, adds to a batch's changes what its timelines do not have yet: SES or an operator may tell an
 * event again under another id of SNS's. The recipients must be locked.
 */
export async function keepUnknown(client: Transaction, batch: Changes[]): Promise<void> {
  const seen = new Set(batch.flatMap(({ events }) => events.map(nameOf)));
  const fresh = batch.flatMap((changes) =>
    changes.unmoved.flatMap((unmoved) => (isNew(unmoved.event, seen) ? [{ changes, unmoved }] : [])),
  );
  const known = await knownEntries(
    client,
    fresh.map(({ unmoved }) => unmoved.event),
  );
  fresh.forEach(({ changes, unmoved: { event, facts, heard } }, i) => {
    if (known[i]) return;
    changes.events.push(event);
    changes.facts.push(...facts);
    changes.heard.push(...heard);
  });
}

function isNew(event: NewEvent, seen: Set<string>): boolean {
  const name = nameOf(event);
  return !seen.has(name) && Boolean(seen.add(name));
}

/** As `knownEntries` tells entries apart. */
function nameOf({ accountId, messageId, n, type, at, data }: NewEvent): string {
  const own = type === "sent" ? data.attempt : `${at.getTime()} ${data.click?.link ?? ""}`;
  return `${accountId} ${messageId} ${n} ${type} ${own}`;
}
