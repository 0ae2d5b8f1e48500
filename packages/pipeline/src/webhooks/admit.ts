import { admitDeliveries, type DeliveryAdmission } from "@sendex/data/webhooks/admit-deliveries";
import type { Context } from "../context";

/**
 * Puts webhook deliveries that are due into the queue, in fair turns of their endpoints; `after` is where the next run
 * goes on.
 */
export async function admitWebhooks(
  { queues, data }: Context,
  admission: DeliveryAdmission,
): Promise<{ count: number; after: string }> {
  const { deliveries, after } = await admitDeliveries(data, admission);
  if (deliveries.length > 0)
    await queues.enqueueDeliveries(deliveries.map(({ attempts, ...key }) => ({ ...key, attempt: attempts })));
  return { count: deliveries.length, after };
}
