import type { DeliveryKey } from "@sendex/data/webhooks/record-events";
import { QUEUES } from "@sendex/queue/names";
import type { Context } from "../context";

/**
 * After a commit: tells event streams which accounts have events, and the webhook queue about fresh deliveries. Never
 * awaited on a request's path, never rejects: streams look by themselves too, and a delivery that Redis did not take, or
 * that found a long queue, is admitted by the scheduler.
 */
export async function emit(
  context: Context,
  accountIds: Iterable<string>,
  deliveries: DeliveryKey[],
): Promise<void> {
  context.eventHints.note(accountIds);
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
