import type { EventData, TimelineType } from "@sendex/core/webhooks/event";
import { ACCOUNT_SUSPENDED, HELD_TOO_LONG, heldUntil } from "@sendex/core/reputation/standing";
import { failHeld, holdWaiting, releaseHeld } from "@sendex/data/reputation/held";
import type { RecipientKey } from "@sendex/data/sending/recipient-key";
import type { NewEvent } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newEntry } from "../webhooks/new-entry";

/** Recipients moved in one transaction. */
const BATCH = 500;
/** Batches of one run; the next goes on. */
const BATCHES = 20;

/**
 * Holds what is due of suspended accounts, releases what is held of reinstated ones, and fails what was held for 72
 * hours. Returns how many recipients it moved.
 */
export async function keepHeld(context: Context): Promise<number> {
  return (await hold(context)) + (await release(context)) + (await giveUp(context));
}

function hold({ data, clock }: Context): Promise<number> {
  return inBatches(() => {
    const now = clock();
    const entry = entriesAt(now, "held", { reason: ACCOUNT_SUSPENDED });
    return holdWaiting(data, entry, { now, until: heldUntil(now) }, BATCH);
  });
}

function release({ data, clock }: Context): Promise<number> {
  return inBatches(() => {
    const now = clock();
    return releaseHeld(data, entriesAt(now, "released", {}), now, BATCH);
  });
}

function giveUp(context: Context): Promise<number> {
  return inBatches(async () => {
    const now = context.clock();
    const entry = entriesAt(now, "failed", { reason: HELD_TOO_LONG });
    const { count, deliveries } = await failHeld(context.data, entry, now, BATCH);
    void emit(
      context,
      deliveries.map(({ accountId }) => accountId),
      deliveries,
    );
    return count;
  });
}

async function inBatches(move: () => Promise<number>): Promise<number> {
  let count = 0;
  for (let i = 0; i < BATCHES; i += 1) {
    const moved = await move();
    count += moved;
    if (moved < BATCH) break;
  }
  return count;
}

function entriesAt(now: Date, type: TimelineType, data: EventData): (recipient: RecipientKey) => NewEvent {
  return (recipient) => newEntry(recipient, type, data, now);
}
