import { parseMailbox } from "@sendex/core/accepting/address";
import { type Draft, MAX_FILE_BYTES, type Mailbox } from "@sendex/core/accepting/message";
import type { Caller } from "@sendex/core/access";
import { type FieldError, invalidFields } from "@sendex/core/error";
import { readMailboxes } from "../content/seal";
import type { Context } from "../context";
import { readWhole } from "./whole";

/** Text, HTML and files of what was accepted once, sealed. */
const MOST_BYTES = 2 * MAX_FILE_BYTES;

/**
 * What a message says, to be accepted once more as a new one that is due now.
 * @param only addresses among its recipients; absent: all of them
 * @throws SendexError bad_request naming `to`; the rest as readWhole
 */
export async function draftAgain(
  context: Context,
  caller: Caller,
  id: string,
  only: string[] | undefined,
): Promise<Draft> {
  const { message, content } = await readWhole(context, caller, id, MOST_BYTES);
  const chosen = only && chosenOf(only, message.recipients);
  const pick = (shown: string[]): Mailbox[] =>
    readMailboxes(shown).filter(({ address }) => chosen?.has(address.toLowerCase()) ?? true);
  const [to, cc, bcc] = [pick(message.to), pick(message.cc), pick(message.bcc)];
  const from = parseMailbox(message.from) ?? { address: message.from };
  const { replyTo, subject, tags, metadata, priority, topicId } = message;
  return {
    ...content,
    from,
    // A mail needs somebody to go to: who had a copy gets it alone.
    ...(to.length > 0 ? { to, cc, bcc } : { to: [...cc, ...bcc], cc: [], bcc: [] }),
    replyTo: readMailboxes(replyTo),
    subject: subject ?? "",
    tags,
    metadata,
    priority,
    ...(topicId && { topicId }),
  };
}

function chosenOf(only: string[], recipients: { address: string }[]): Set<string> {
  const known = new Set(recipients.map(({ address }) => address.toLowerCase()));
  const errors = only.flatMap((address, i): FieldError[] =>
    known.has(address.toLowerCase())
      ? []
      : [{ field: `to[${i}]`, code: "unknown", message: `to[${i}] is no recipient of this message.` }],
  );
  if (errors.length > 0) throw invalidFields(errors);
  return new Set(only.map((address) => address.toLowerCase()));
}
