import { domainOf, parseMailbox } from "@sendex/core/accepting/address";
import type { Caller } from "@sendex/core/access";
import { compose } from "@sendex/render/mime";
import { rfcMessageId } from "@sendex/wire/messages/present";
import { readMailboxes } from "../content/seal";
import type { Context } from "../context";
import { readWhole } from "./whole";

/** Of content, sealed; composed it is about a third more. */
const MAX_SOURCE_CONTENT_BYTES = 10_000_000;

/**
 * The MIME of a message as it is handed to SES, which adds headers of its own. @throws as readWhole
 */
export async function composeSource(context: Context, caller: Caller, id: string): Promise<Uint8Array> {
  const { message, content } = await readWhole(context, caller, id, MAX_SOURCE_CONTENT_BYTES);
  const from = parseMailbox(message.from) ?? { address: message.from };
  return compose({
    ...content,
    from,
    to: readMailboxes(message.to),
    cc: readMailboxes(message.cc),
    replyTo: readMailboxes(message.replyTo),
    subject: message.subject ?? "",
    messageId: rfcMessageId(id, domainOf(from.address)),
    date: message.createdAt,
  });
}
