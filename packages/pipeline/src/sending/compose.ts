import { rfcMessageId } from "@sendex/wire/messages/present";
import type { Claim } from "@sendex/data/sending/claim";
import { canBeLeft } from "@sendex/core/audiences/subscription";
import { readContents } from "@sendex/data/content/sealed";
import { compose as composeMime } from "@sendex/render/mime";
import { LRUCache } from "lru-cache";
import { parseMailbox } from "@sendex/core/accepting/address";
import type { Mailbox } from "@sendex/core/accepting/message";
import { Uncomposable } from "@sendex/render/plain";
import { withWayOut } from "../audiences/way-out";
import { type Content, unsealBody, unsealContent } from "../content/seal";
import type { Context } from "../context";

/** Composed mail kept for the message's other recipients, in this process: at most so many bytes. */
const KEPT_BYTES = 32 * 1024 * 1024;

export type Composer = (claim: Claim) => Promise<Uint8Array | undefined>;

/**
 * The MIME of a claimed recipient's message, composed once for all of its recipients that this process sends to; mail that
 * can be left has a link of each one's own, and is composed for each.
 * Resolves to undefined where the content is gone.
 * @throws Uncomposable where no mail can be made of what is stored; anything else may be better at the next try
 */
export function openComposer(context: Context): Composer {
  const kept = new LRUCache<string, { mail: Uint8Array | undefined }, Claim>({
    maxSize: KEPT_BYTES,
    // One that is larger than all of them are to be is kept alone.
    sizeCalculation: ({ mail }) => Math.min(1 + (mail?.length ?? 0), KEPT_BYTES),
    fetchMethod: async (_id, _stale, { context: claim }) => ({ mail: await composeMessage(context, claim) }),
    // One that is pushed out while it is composed is for its askers all the same.
    ignoreFetchAbort: true,
  });

  return async (claim) => {
    if (claim.recipientCount === 1 || canBeLeft(claim)) return composeMessage(context, claim);
    return (await kept.forceFetch(claim.messageId, { context: claim })).mail;
  };
}

async function composeMessage(context: Context, claim: Claim): Promise<Uint8Array | undefined> {
  const { messageId } = claim;
  const content = await contentOf(context, claim);
  if (!content) return undefined;
  return composeMime({
    ...(canBeLeft(claim) ? withWayOut(context.settings, claim, content) : content),
    from: mailboxOf(claim.from, "From"),
    to: content.shown?.to ?? claim.addresses.to.map((shown) => mailboxOf(shown, "To")),
    cc: content.shown?.cc ?? claim.addresses.cc.map((shown) => mailboxOf(shown, "Cc")),
    replyTo: claim.addresses.replyTo.map((shown) => mailboxOf(shown, "Reply-To")),
    subject: claim.subject ?? "",
    messageId: rfcMessageId(messageId, claim.fromDomain),
    date: claim.createdAt,
  });
}

/** The mailbox behind its stored form, which `formatMailbox` made. */
function mailboxOf(shown: string, field: string): Mailbox {
  const mailbox = parseMailbox(shown);
  if (!mailbox) throw new Uncomposable(`An address of its ${field} cannot be read.`);
  return mailbox;
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
