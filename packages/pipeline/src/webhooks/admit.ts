import { admitDeliveries } from "@sendex/data/webhooks/admit-deliveries";
import type { Context } from "../context";

/** Where endpoints' turns go on: matters only where more of them wait than one look takes in. */
const turns = new WeakMap<Context["queues"], string>();

/** Puts webhook deliveries that are due into the queue, in fair turns of their endpoints. */
export async function admitWebhooks(
  context: Context,
  now: Date,
  until: Date,
  limit: number,
): Promise<number> {
  const { queues, data } = context;
  const admission = { now, until, limit, after: turns.get(queues) ?? "" };
  const { deliveries, after } = await admitDeliveries(data.pool, admission);
  turns.set(queues, after);
  if (deliveries.length > 0)
    await queues.enqueueDeliveries(deliveries.map(({ attempts, ...key }) => ({ ...key, attempt: attempts })));
  return deliveries.length;
}
