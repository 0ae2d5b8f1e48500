import { randomUUID } from "node:crypto";
import { ingest } from "@sendex/pipeline/reports/ingest";
import { receiveNotification } from "@sendex/pipeline/reports/receive";
import type { Drive } from "./drive";

/** What SES would publish about an attempt, by our tags. */
export function sesEvent(
  drive: Drive,
  target: { id: string; n?: number; attempt?: number; address?: string },
  eventType: string,
  body: Record<string, unknown> = {},
): string {
  const { id, n = 0, attempt = 1, address = "someone@example.com" } = target;
  const tags = {
    account: drive.account.accountId,
    message: id,
    recipient: String(n),
    attempt: String(attempt),
  };
  return JSON.stringify({
    eventType,
    mail: {
      timestamp: drive.test.clock.now().toISOString(),
      messageId: `ses-${id}-${n}-${attempt}`,
      destination: [address],
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [`sendex-${name}`, [value]])),
    },
    ...body,
  });
}

export const EVENTS = {
  sent: ["Send", { send: {} }],
  delivered: ["Delivery", { delivery: { recipients: ["someone@example.com"], smtpResponse: "250 ok" } }],
  deferred: [
    "DeliveryDelay",
    {
      deliveryDelay: {
        delayType: "TransientCommunicationFailure",
        delayedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  bounced: [
    "Bounce",
    {
      bounce: {
        bounceType: "Permanent",
        bounceSubType: "General",
        bouncedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  softBounced: [
    "Bounce",
    {
      bounce: {
        bounceType: "Transient",
        bounceSubType: "General",
        bouncedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  complained: [
    "Complaint",
    {
      complaint: {
        complaintFeedbackType: "abuse",
        complainedRecipients: [{ emailAddress: "someone@example.com" }],
      },
    },
  ],
  opened: ["Open", { open: { userAgent: "a reader" } }],
  rejected: ["Reject", { reject: { reason: "Bad content" } }],
} as const satisfies Record<string, readonly [string, Record<string, unknown>]>;

/** Puts messages of an SNS topic through the whole of hearing back; each has a fresh SNS id unless one is given. */
export async function hear(
  { test }: Drive,
  messages: string[],
  messageIds?: string[],
  trust = "sandbox",
): Promise<void> {
  const ids = messageIds ?? messages.map(() => randomUUID());
  for (const [i, message] of messages.entries()) {
    const timestamp = test.clock.now();
    await receiveNotification(
      test.context,
      JSON.stringify({
        type: "Notification",
        messageId: ids[i],
        topicArn: "arn:test",
        message,
        timestamp,
        trust,
      }),
    );
  }
  await ingest(test.context, ids);
}
