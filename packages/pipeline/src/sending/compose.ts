import { rfcMessageId } from "@sendex/wire/messages/present";
import type { Claim } from "@sendex/data/sending/claim";
import { readContents } from "@sendex/data/content/sealed";
import { compose as composeMime } from "@sendex/render/mime";
import { type Content, readMailboxes, unsealBody, unsealContent } from "../content/seal";
import type { Context } from "../context";

/** Composed mail kept for the message's other recipients, in this process: at most so many bytes. */
const KEPT_BYTES = 32 * 1024 * 1024;

export type Composer = (claim: Claim) => Promise<Uint8Array | undefined>;

/**
 * The MIME of a claimed recipient's message, composed once for all of its recipients that this process sends to.
 * Resolves to undefined where the content is gone.
 */
export function openComposer(context: Context): Composer {
  const kept = new Map<string, Promise<Uint8Array | undefined>>();
  let bytes = 0;

  function forget(messageId: string, size: number): void {
    if (kept.delete(messageId)) bytes -= size;
  }

  async function composeOnce(claim: Claim): Promise<Uint8Array | undefined> {
    const composing = composeMessage(context, claim);
    kept.set(claim.messageId, composing);
    try {
      const mail = await composing;
      bytes += mail?.length ?? 0;
      for (const [oldest, older] of kept) {
        if (bytes <= KEPT_BYTES || oldest === claim.messageId) break;
        forget(oldest, (await older)?.length ?? 0);
      }
      return mail;
    } catch (error) {
      kept.delete(claim.messageId);
      throw error;
    }
  }

  return (claim) => {
    if (claim.recipientCount === 1) return composeMessage(context, claim);
    return kept.get(claim.messageId) ?? composeOnce(claim);
  };
}

async function composeMessage(context: Context, claim: Claim): Promise<Uint8Array | undefined> {
  const { messageId } = claim;
  const content = await contentOf(context, claim);
  const [from] = readMailboxes([claim.from]);
  if (!content || !from) return undefined;
  return composeMime({
    ...content,
    from,
    to: readMailboxes(claim.addresses.to),
    cc: readMailboxes(claim.addresses.cc),
    replyTo: readMailboxes(claim.addresses.replyTo),
    subject: claim.subject ?? "",
    messageId: rfcMessageId(messageId, claim.fromDomain),
    date: claim.createdAt,
  });
}

/** What came along with the claim, unless there are files. */
async function contentOf(context: Context, claim: Claim): Promise<Content | undefined> {
  const { accountId, messageId, dataKey, body } = claim;
  const owner = { accountId, messageId, dataKey };
  const whole = body ? unsealBody(context.sealer, owner, body) : undefined;
  return (
    whole ?? unsealContent(context.sealer, owner, await readContents(context.data, accountId, messageId))
  );
}
