import { PRIORITIES } from "@sendex/core/message";
import { admitDeliveries, admitNotifications, admitRecipients } from "@sendex/data/admission";
import type { Context } from "./context";
import { noticeLoss } from "./notice-loss";

/** How long a queue is believed to hold what was put into it. */
const ADMITTED_MS = 60_000;
const MAX_ADMITTED = 1_000;

/**
 * Puts into the queues what is due and in none of them: fresh rows whose enqueueing failed, retries, schedules,
 * turns that waited for their pace, and whatever a queue lost. Admission and recovery are the same act, and
 * repeating it is harmless: a job's id is its row's turn.
 * @throws Error while Redis is away, before any row is marked as admitted
 */
export async function admit(context: Context): Promise<number> {
  await noticeLoss(context);
  const now = context.clock();
  const until = new Date(now.getTime() + ADMITTED_MS);
  const { pool } = context.data;
  let admitted = 0;
  for (const priority of PRIORITIES) {
    const recipients = await admitRecipients(pool, priority, now, until, MAX_ADMITTED);
    if (recipients.length > 0)
      await context.queues.enqueueSends(
        recipients.map(({ due, ...job }) => ({ ...job, due: due.getTime() })),
      );
    admitted += recipients.length;
  }
  const deliveries = await admitDeliveries(pool, now, until, MAX_ADMITTED);
  if (deliveries.length > 0)
    await context.queues.enqueueDeliveries(
      deliveries.map(({ attempts, ...key }) => ({ ...key, attempt: attempts })),
    );
  const notifications = await admitNotifications(pool, now, until, MAX_ADMITTED);
  if (notifications.length > 0)
    await context.queues.enqueueNotifications(notifications.map((id) => ({ id })));
  return admitted + deliveries.length + notifications.length;
}
