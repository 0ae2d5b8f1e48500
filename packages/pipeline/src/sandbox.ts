import type { Caller } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { checkUnsubscribe, type UnsubscribeCheck } from "@sendex/core/sandbox";
import type { StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";
import { readMail, type ReadMail } from "@sendex/render/read-mail";
import type { Context } from "./context";
import { getMessage, listMessages, type MessageFilter } from "./messages/read";

/** A mail in the test inbox, as its recipient sees it. */
export interface SandboxMail {
  message: StoredMessage;
  recipient: StoredRecipient;
  mail: ReadMail;
  source: string;
  bytes: number;
  unsubscribe: UnsubscribeCheck;
}

/**
 * The messages whose mail the sandbox takes, newest first: those of the caller's account and mode.
 * @throws SendexError not_found where there is no sandbox, or live mail leaves by SES
 */
export async function listSandboxMail(
  context: Context,
  caller: Caller,
  filter: MessageFilter,
): Promise<{ data: StoredMessage[]; hasMore: boolean }> {
  inbox(context, caller);
  return listMessages(context, caller, filter);
}

/**
 * One of them as it was delivered, read from the sandbox by the message id that it gave to the caller's own message.
 * @param address one of its recipients; absent: the first that was sent to
 * @throws SendexError not_found, payload_too_large, service_unavailable where the sandbox does not answer
 */
export async function readSandboxMail(
  context: Context,
  caller: Caller,
  id: string,
  address: string | undefined,
): Promise<SandboxMail> {
  const read = inbox(context, caller);
  const message = await getMessage(context, caller, id);
  const recipient = recipientOf(message, address);
  if (recipient.sesMessageId === null)
    throw new SendexError("not_found", `The mail to ${recipient.address} has not been sent.`);
  const outcome = await read(recipient.sesMessageId);
  if (outcome.kind === "missing")
    throw new SendexError("not_found", "The sandbox does not have this mail any more.");
  if (outcome.kind === "too_large")
    throw new SendexError("payload_too_large", "This mail is too large to be shown.");
  if (outcome.kind === "failed") {
    context.log.warn({ messageId: id, detail: outcome.detail }, "the sandbox does not give a mail");
    throw new SendexError("service_unavailable", "The sandbox does not answer.", { retryAfterSeconds: 5 });
  }
  const { raw } = outcome;
  const mail = await readMail(raw);
  const source = Buffer.from(raw).toString("utf8");
  return { message, recipient, mail, source, bytes: raw.length, unsubscribe: checkUnsubscribe(mail.headers) };
}

function inbox({ ports, settings }: Context, { mode }: Caller) {
  if (!ports.readSandboxMail)
    throw new SendexError("not_found", "This installation has no sandbox, and so no test inbox.");
  if (mode === "live" && settings.liveRoute !== "sandbox")
    throw new SendexError(
      "not_found",
      "Live mail leaves by Amazon SES: the test inbox has mail of test keys alone.",
    );
  return ports.readSandboxMail;
}

function recipientOf({ recipients }: StoredMessage, address: string | undefined): StoredRecipient {
  const found =
    address === undefined
      ? (recipients.find(({ sesMessageId }) => sesMessageId !== null) ?? recipients[0])
      : recipients.find((one) => one.address.toLowerCase() === address.toLowerCase());
  if (!found) throw new SendexError("not_found", "This message has no such recipient.");
  return found;
}
