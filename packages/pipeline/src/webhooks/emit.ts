import type { DeliveryKey } from "@sendex/data/webhooks/record-events";
import { QUEUES } from "@sendex/queue/names";
import type { Context } from "../context";

/**
 * Tells the webhook queue about fresh deliveries. Never awaited on a request's path, never rejects: a delivery that
 * Redis did not take, or that found a long queue, is admitted by the scheduler.
 */
export async function emit(context: Context, deliveries: DeliveryKey[]): Promise<void> {
  if (deliveries.length === 0) return;
  const room = context.queues.room(QUEUES.deliver, deliveries.length);
  if (!room) return;
  try {
    await context.batches.enqueueDeliveries(deliveries.map((delivery) => ({ ...delivery, attempt: 0 })));
  } catch (error) {
    context.log.debug(
      { err: error, deliveries: deliveries.length },
      "webhook deliveries wait for the scheduler",
    );
  } finally {
    room(true);
  }
}
