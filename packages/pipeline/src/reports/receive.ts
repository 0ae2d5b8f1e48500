import { SendexError } from "@sendex/core/error";
import type { SnsMessage } from "@sendex/core/ports";
import { slimNotification } from "@sendex/core/reports/slim-notification";
import { QUEUES } from "@sendex/queue/names";
import type { Context } from "../context";

/**
 * One POST to `/api/ses-notifications`: checked, stored, and handed to the events worker. A repeat is `ok` and
 * changes nothing. `forged`: the check ran and failed.
 * @throws SendexError service_unavailable where it could not be checked, stored or confirmed: SNS counts any 4xx
 *   as delivered, so only a 5xx keeps what we could not take.
 */
export async function receiveNotification(
  context: Context,
  body: string,
  raw: RawDelivery = {},
): Promise<"ok" | "forged"> {
  const checked = await check(context, body);
  if (!checked.ok) {
    refuseRaw(context, raw);
    context.meters.add("notifications", { result: "forged" });
    context.log.warn({ why: checked.why }, "a notification was refused");
    return "forged";
  }
  const { message } = checked;
  if (message.type === "SubscriptionConfirmation") await confirm(context, message);
  if (message.type === "Notification") await keep(context, message);
  return "ok";
}

/** What SNS says in headers: `x-amz-sns-rawdelivery` and `x-amz-sns-topic-arn`. */
export interface RawDelivery {
  rawDelivery?: string | undefined;
  topicArn?: string | undefined;
}

/**
 * A subscription with raw message delivery brings no signature, so nothing of it can be taken. With a 503 SNS tries again
 * and then uses its dead-letter queue; a 4xx it would not repeat. Only who knows a topic of ours gets that far. Source:
 * SNS developer guide, "Amazon SNS raw message delivery", "Amazon SNS message delivery retries".
 */
function refuseRaw(context: Context, { rawDelivery, topicArn }: RawDelivery): void {
  if (rawDelivery !== "true" || topicArn === undefined || !context.settings.topicArns.includes(topicArn))
    return;
  context.meters.add("notifications", { result: "raw" });
  if (context.rawDeliveries.note(topicArn, context.clock()))
    context.log.error({ topicArn, alert: "raw_delivery" }, RAW_DELIVERY);
  throw unavailable(RAW_DELIVERY, undefined);
}

/** Cause and remedy. */
export const RAW_DELIVERY =
  "The SNS subscription has raw message delivery, which leaves out the signature: no event of it can be taken in. " +
  "Turn raw message delivery off, then redrive the subscription's dead-letter queue.";

async function check(context: Context, body: string): ReturnType<Context["ports"]["verifySns"]> {
  try {
    return await context.ports.verifySns(body);
  } catch (error) {
    context.log.warn({ err: error }, "a notification's signature could not be checked");
    throw unavailable("The notification's signature could not be checked now.", error);
  }
}

async function confirm(context: Context, { topicArn, token }: SnsMessage): Promise<void> {
  if (token === undefined) return;
  try {
    await context.ports.confirmSns(topicArn, token);
    context.log.info({ topicArn }, "the SNS subscription is confirmed");
  } catch (error) {
    context.log.error({ err: error, topicArn }, "the SNS subscription could not be confirmed");
    throw unavailable("The subscription could not be confirmed now.", error);
  }
}

async function keep(
  context: Context,
  { messageId, topicArn, trust, message, timestamp }: SnsMessage,
): Promise<void> {
  const receivedAt = context.clock();
  const fresh = await context.batches.storeNotification({
    id: messageId,
    topicArn,
    trust,
    body: slimNotification(message),
    receivedAt,
    publishedAt: timestamp,
  });
  if (!fresh) context.meters.add("notifications", { result: "repeated" });
  // A repeat may follow a commit whose outcome was lost, and then nothing was enqueued; a second job finds the notification done.
  void enqueue(context, messageId);
}

/** Never rejects: the scheduler admits what Redis does not take. */
async function enqueue(context: Context, id: string): Promise<void> {
  const room = context.queues.room(QUEUES.ingest, 1);
  if (!room) return;
  try {
    await context.batches.enqueueNotification({ id });
  } catch (error) {
    context.log.warn({ err: error, notificationId: id }, "a notification waits for the scheduler");
  } finally {
    room(true);
  }
}

function unavailable(message: string, cause: unknown): SendexError {
  return new SendexError("service_unavailable", message, { retryAfterSeconds: 5, cause });
}
