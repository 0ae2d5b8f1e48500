import { isoTime, type Clock } from "../clock";
import { decodeHeader, type Header, headerValue } from "../mime/headers";
import { withMessageId } from "../mime/messageIdHeader";
import type { Ledger } from "../store/ledger";
import type { People } from "../store/mail";
import type { RawStore } from "../store/rawStore";
import { checkSend, type SendRules } from "./checkSend";
import { newMessageId } from "./messageId";
import { publishLife, type PublishContext } from "./publish";
import type { Quota } from "./quota";
import type { SendCall } from "./send";

export interface AcceptContext extends PublishContext {
  clock: Clock;
  rules: SendRules;
  quota: Quota;
  ledger: Ledger;
  rawStore: RawStore;
  countOnly: boolean;
  /** The caller's account has no suppression list. */
  listless?: true;
}

/** Checks a mail as SES in us-east-1 does, records it under a Message-ID of its own and starts its events. Returns SES's message id; throws Refusal. */
export async function acceptMail(context: AcceptContext, call: SendCall): Promise<string> {
  const now = context.clock();
  const messageId = newMessageId(now);
  if (context.countOnly) {
    context.ledger.count(Math.max(1, call.destinations?.length ?? 1));
    return messageId;
  }
  const send = checkSend(call, context.rules);
  context.quota.take(send.destinations.length);
  const mail = context.ledger.add({
    messageId,
    at: isoTime(now),
    from: send.source,
    to: send.destinations,
    people: peopleOf(send.headers),
    subject: decodeHeader(headerValue(send.headers, "Subject") ?? ""),
    tags: send.tags,
    bytes: send.raw.length,
    operation: send.operation,
    configSet: send.configSet,
    ...(context.listless && { listless: true }),
    raw: context.rawStore.put(withMessageId(send.raw, `<${messageId}@email.amazonses.com>`)),
  });
  if (mail.configSet !== null) publishLife(context, mail, send.headers);
  if (context.ledger.isFull()) await context.ledger.flush();
  if (context.rawStore.isFull()) await context.rawStore.flush();
  return messageId;
}

/** The ledger keeps them in memory. */
const MAX_SHOWN = 1_000;

function peopleOf(headers: Header[]): People {
  const shown = (name: string): string => decodeHeader(headerValue(headers, name) ?? "").slice(0, MAX_SHOWN);
  return { from: shown("From"), to: shown("To"), cc: shown("Cc") };
}
