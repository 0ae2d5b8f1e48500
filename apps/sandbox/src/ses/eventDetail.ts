import { isoTime } from "../clock";
import { newMessageId } from "./messageId";

/** Every event type that SES publishes, and the name its details stand under. */
export const DETAIL_KEYS = {
  Send: "send",
  Delivery: "delivery",
  Bounce: "bounce",
  Complaint: "complaint",
  Reject: "reject",
  Open: "open",
  Click: "click",
  "Rendering Failure": "failure",
  DeliveryDelay: "deliveryDelay",
  Subscription: "subscription",
} as const;

export type EventType = keyof typeof DETAIL_KEYS;

export interface DetailContext {
  recipient: string;
  /** When the event happens, and when the mail was accepted; milliseconds since the epoch. */
  now: number;
  acceptedAt: number;
  /** For a bounce: fields beside the recipient's address; null for none; absent for the usual ones. */
  recipientFields?: Record<string, string> | null | undefined;
}

const HALF_DAY = 12 * 60 * 60 * 1000;
const BROWSER =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
const USER_UNKNOWN = { action: "failed", status: "5.1.1", diagnosticCode: "smtp; 550 5.1.1 user unknown" };

/** The usual details of an event of this type, before what the caller overrides. */
export function eventDetail(type: EventType, context: DetailContext): Record<string, unknown> {
  return BUILDERS[type](context);
}

const BUILDERS: Record<EventType, (context: DetailContext) => Record<string, unknown>> = {
  Send: () => ({}),
  Delivery: ({ recipient, now, acceptedAt }) => ({
    timestamp: isoTime(now),
    processingTimeMillis: Math.max(1, now - acceptedAt),
    recipients: [recipient],
    smtpResponse: "250 2.6.0 Message received",
    reportingMTA: "a8-51.smtp-out.amazonses.com",
  }),
  Bounce: ({ recipient, now, recipientFields }) => ({
    feedbackId: newMessageId(now),
    bounceType: "Permanent",
    bounceSubType: "General",
    bouncedRecipients: [
      { emailAddress: recipient, ...(recipientFields === undefined ? USER_UNKNOWN : recipientFields) },
    ],
    timestamp: isoTime(now),
    reportingMTA: "dns; a8-51.smtp-out.amazonses.com",
  }),
  Complaint: ({ recipient, now }) => ({
    feedbackId: newMessageId(now),
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: recipient }],
    timestamp: isoTime(now),
    userAgent: "Yahoo!-Mail-Feedback/2.0",
    complaintFeedbackType: "abuse",
    arrivalDate: isoTime(now),
  }),
  Reject: () => ({ reason: "Bad content" }),
  Open: ({ now }) => ({ timestamp: isoTime(now), userAgent: BROWSER, ipAddress: "192.0.2.1" }),
  Click: ({ now }) => ({
    timestamp: isoTime(now),
    ipAddress: "192.0.2.1",
    userAgent: BROWSER,
    link: "https://example.com/",
    linkTags: null,
  }),
  "Rendering Failure": () => ({
    errorMessage: "Attribute 'name' is not present in the rendering data.",
    templateName: "template",
  }),
  DeliveryDelay: ({ recipient, now }) => ({
    timestamp: isoTime(now),
    delayType: "TransientCommunicationFailure",
    expirationTime: isoTime(now + HALF_DAY),
    delayedRecipients: [
      {
        emailAddress: recipient,
        status: "4.4.1",
        diagnosticCode: "smtp; 421 4.4.1 Unable to connect to remote host",
      },
    ],
  }),
  Subscription: ({ now }) => ({
    contactList: "default",
    timestamp: isoTime(now),
    source: "UnsubscribeHeader",
    newTopicPreferences: { unsubscribeAll: true, topicSubscriptionStatus: [] },
    oldTopicPreferences: { unsubscribeAll: false, topicSubscriptionStatus: [] },
  }),
};
