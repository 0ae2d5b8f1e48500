import type { Clock } from "../clock";
import type { Delays } from "../delays";
import type { Header } from "../mime/headers";
import type { Topic } from "../sns/topic";
import type { Mail } from "../store/mail";
import { DETAIL_KEYS, eventDetail, type EventType } from "./eventDetail";
import { eventMail, type AwsAccount } from "./eventMail";
import { type DomainMail, onSuppressionList, planEvents } from "./simulator";
import { listsByItself, type SuppressionList } from "./suppressionList";

export interface PublishContext {
  topic: Topic;
  delays: Delays;
  clock: Clock;
  account: AwsAccount;
  eventDelayMs: number;
  suppressionList: SuppressionList;
  domainMail(domain: string): DomainMail;
}

export interface EventWish {
  type: EventType;
  recipient: string;
  fields?: Record<string, unknown> | undefined;
  recipientFields?: Record<string, string> | null | undefined;
}

const EVENT_SUBJECT = "Amazon SES Email Event Notification";

/** Publishes what happens to an accepted mail: Send, then what its recipients' addresses stand for. */
export function publishLife(context: PublishContext, mail: Mail, headers: Header[]): void {
  const { delays, eventDelayMs } = context;
  const [first = ""] = mail.to;
  delays.after(eventDelayMs, () => publishEvent(context, mail, headers, { type: "Send", recipient: first }));
  for (const recipient of mail.to) {
    const listed = !mail.listless && context.suppressionList.find(recipient) !== undefined;
    const plan = listed ? [onSuppressionList(recipient)] : planEvents(recipient, context.domainMail);
    for (const { steps, ...wish } of plan) {
      delays.after(steps * eventDelayMs, () => publishEvent(context, mail, headers, wish));
    }
  }
}

/** Publishes one event, and lists the address that hard-bounced or complained. The JSON is made only when it is sent, so that a long queue stays small. */
export function publishEvent(context: PublishContext, mail: Mail, headers: Header[], wish: EventWish): void {
  const now = context.clock();
  const usual = wish.type === "Bounce" ? { bounceType: "Permanent" } : {};
  const reason = listsByItself(wish.type, wish.recipient, { ...usual, ...wish.fields });
  if (reason !== null && !mail.listless) context.suppressionList.put(wish.recipient, reason, mail.messageId);
  context.topic.publish(
    EVENT_SUBJECT,
    () => `${JSON.stringify(eventJson(context, mail, headers, wish, now))}\n`,
  );
}

/** The event as SES publishes it; it ends, as there, in a newline once serialised. */
function eventJson(
  { account }: Pick<PublishContext, "account">,
  mail: Mail,
  headers: Header[],
  { type, recipient, fields, recipientFields }: EventWish,
  now: number,
): Record<string, unknown> {
  const tags = eventMail(mail, headers, account);
  return {
    eventType: type,
    [DETAIL_KEYS[type]]: {
      ...eventDetail(type, { recipient, now, acceptedAt: Date.parse(mail.at), recipientFields }),
      ...fields,
    },
    mail: type === "Delivery" ? withOutgoingIp(tags) : tags,
  };
}

/** Only a delivery knows the address the mail left from. */
function withOutgoingIp(mail: Record<string, unknown>): Record<string, unknown> {
  const tags = mail["tags"] as Record<string, string[]>;
  return { ...mail, tags: { ...tags, "ses:outgoing-ip": ["127.0.0.1"] } };
}
