import { MODES } from "@sendex/core/accepting/message";
import { withoutAddress } from "@sendex/core/content/erased";
import { isSettled } from "@sendex/core/reports/status";
import { forgetAddress } from "@sendex/data/audiences/engagement";
import { writeAudit } from "@sendex/data/access/audit";
import {
  eraseContacts,
  eraseEvents,
  type EventCursor,
  rangesNaming,
} from "@sendex/data/content/audience-erasure";
import { eraseNotifications } from "@sendex/data/content/erase-notifications";
import { type Transaction, transaction } from "@sendex/data/database/transaction";
import {
  cancelRecipients,
  eraseInAnswers,
  eraseInMessages,
  type KeyCursor,
  lockRecipientsOf,
  messagesTo,
  readAddresses,
} from "@sendex/data/content/recipient-erasure";
import { recordEvents } from "@sendex/data/webhooks/record-events";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { newQuietEntry } from "../webhooks/new-entry";
import { unsuppress } from "../suppressions/unsuppress";

/** What an erasure of a recipient did. */
export interface ErasedRecipient {
  /** Messages in which the address, the content, the subject and the metadata are erased. */
  messages: number;
  /** Of the address's recipients, those that waited. */
  cancelled: number;
  /** Messages that have a recipient still to be sent, or in a worker's hands: ask again when they are settled. */
  left: number;
  notifications: number;
  /** In both modes, with their places in lists and the sign-ups of the address. */
  contacts: number;
  /** Entries taken off the suppression lists. Without `suppression` it stays, since it is what keeps mail away. */
  suppressions: number;
}

export interface RecipientErasure {
  accountId: string;
  /** Lower-case. */
  address: string;
  /** Takes it off the suppression lists of both modes, too, and forgets what its owner chose about mail. */
  suppression: boolean;
  /** The operator. */
  by: string;
}

/** Messages a transaction, and idempotency keys a statement. */
const PAGE = 100;
const KEYS = 2_000;
/** Events a statement. */
const EVENTS = 5_000;

/**
 * Erases one person's address from all of an account's mail and from its audience, for a privacy request. Mail to it that waits is cancelled
 * first. It is found by the index on addresses, newest first, and done page by page: safe to stop and to repeat. The
 * audit log's entry comes with the first page, and names nobody.
 */
export async function eraseRecipient(
  context: Context,
  { accountId, address, suppression, by }: RecipientErasure,
): Promise<ErasedRecipient> {
  const { data } = context;
  const entry = actOf(context.clock(), by, "recipient.erase", accountId, { suppression });
  const done = { messages: 0, cancelled: 0, left: 0 };
  for (let before: string | null = null, more = true; more;) {
    const ids: string[] = await messagesTo(data, accountId, address, { before, limit: PAGE });
    const isFirst = before === null;
    const page = await transaction(context.data, async (client) => {
      if (isFirst) await writeAudit(client, entry);
      return erasePage(context, client, accountId, address, ids);
    });
    done.messages += page.messages;
    done.cancelled += page.cancelled;
    done.left += page.left;
    before = ids.at(-1) ?? before;
    more = ids.length === PAGE;
  }
  const contacts = await transaction(data, (client) =>
    eraseContacts(client, accountId, address, { choices: suppression }),
  );
  await forgetAddress(data, accountId, address);
  for (let after: KeyCursor | undefined = { mode: "live", surface: "", key: "" }; after;)
    after = await eraseInAnswers(data, accountId, address, after, KEYS);
  const notifications = await eraseNotifications(data, { accountId, address }, context.clock());
  const suppressions = suppression ? await unsuppressEverywhere(context, accountId, address) : 0;
  await forgetNews(context, accountId, address);
  return { ...done, notifications, contacts, suppressions };
}

/** What endpoints were told, or have yet to be, of contacts and suppressions of the address. */
async function forgetNews({ data }: Context, accountId: string, address: string): Promise<void> {
  for (const { from, to } of rangesNaming(address))
    for (let after: EventCursor | undefined = { subjectId: from, id: "" }; after;)
      after = await eraseEvents(data, accountId, address, { after, to, limit: EVENTS });
}

async function unsuppressEverywhere(context: Context, accountId: string, address: string): Promise<number> {
  const keys = { addresses: [address], ids: [], confirmed: true, quiet: true };
  const removed = await Promise.all(MODES.map((mode) => unsuppress(context, { accountId, mode }, keys)));
  return removed.flat().length;
}

async function erasePage(
  { clock }: Context,
  client: Transaction,
  accountId: string,
  address: string,
  ids: string[],
): Promise<{ messages: number; cancelled: number; left: number }> {
  const now = clock();
  const recipients = await lockRecipientsOf(client, accountId, ids, address);
  const waiting = recipients.filter(
    ({ named, status }) => named && !isSettled(status) && status !== "sending",
  );
  await cancelRecipients(client, accountId, waiting, now);
  // For the timeline alone: a webhook would tell the address once more.
  const entries = waiting.map(({ messageId, n }) =>
    newQuietEntry({ accountId, messageId, n }, "cancelled", { reason: "recipient_erased" }, now),
  );
  await recordEvents(client, entries, now);
  const open = new Set(
    recipients
      .filter((recipient) => !isSettled(recipient.status) && !waiting.includes(recipient))
      .map(({ messageId }) => messageId),
  );
  const settled = ids.filter((id) => !open.has(id));
  const messages = await readAddresses(client, accountId, settled);
  await eraseInMessages(
    client,
    accountId,
    address,
    messages.map(({ messageId, addresses }) => ({
      messageId,
      addresses: withoutAddress(addresses, address),
    })),
  );
  return { messages: settled.length, cancelled: waiting.length, left: open.size };
}
