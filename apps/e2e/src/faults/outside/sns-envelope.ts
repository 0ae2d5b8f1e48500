import type { ReceivedRequest } from "../../http-server";
import type { Stack } from "../../stack";
import { until } from "./scene";

/** A notification as SNS posted it, and what of ours it is about. */
export interface Notification {
  request: ReceivedRequest;
  /** Delivery, Bounce, …: SES's word. */
  type: string;
  messageId: string;
}

function readNotification(request: ReceivedRequest): Notification {
  const { eventType, mail } = JSON.parse(JSON.parse(request.body).Message);
  const [messageId = ""] = mail.tags["sendex-message"] ?? [];
  return { request, type: eventType, messageId };
}

/** The envelope with some fields changed, and the same headers. */
export function altered(request: ReceivedRequest, change: Record<string, unknown>): ReceivedRequest {
  return { ...request, body: JSON.stringify({ ...JSON.parse(request.body), ...change }) };
}

/** Waits until the relay was given so many notifications of these. */
export async function untilNotified(stack: Stack, count: number, withinMs: number): Promise<Notification[]> {
  await until(() => stack.relay.notifications().length >= count, withinMs);
  return stack.relay.notifications().map(readNotification);
}

/** Waits until the events worker has done with all that the API stored. A way of waiting, nothing is counted by it. */
export async function untilIngested(stack: Stack, withinMs: number): Promise<boolean> {
  return until(async () => {
    const open = await stack.database.rows("SELECT 1 FROM notifications WHERE done_at IS NULL LIMIT 1");
    return open.length === 0;
  }, withinMs);
}
