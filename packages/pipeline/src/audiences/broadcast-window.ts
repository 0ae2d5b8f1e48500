import type { BroadcastReason } from "@sendex/core/audiences/broadcast";
import type { ContactProperty } from "@sendex/core/audiences/contact";
import { variantOf } from "@sendex/core/audiences/subject-test";
import type { Draft } from "@sendex/core/accepting/message";
import type { NewMessage } from "@sendex/data/accepting/submission";
import type { Tenant } from "@sendex/data/access/api-keys";
import type { BroadcastRow } from "@sendex/data/audiences/broadcasts";
import type { Reader } from "@sendex/data/audiences/readers";
import type { Context } from "../context";
import { checkItems } from "../accepting/check-items";
import { newMessage } from "../accepting/new-message";
import { mailFor } from "./broadcast-mail";

interface Making {
  broadcast: BroadcastRow;
  tenant: Tenant;
  properties: readonly ContactProperty[];
}

/** Asked of the templates' thread at a time: a third of what an account may. */
const AT_ONCE = 100;

/**
 * The mails of a window's readers, as a call of the API would have them stored: rendered, checked and sealed. Who left, and
 * who cannot be written to, has none. `refusal`: there is nobody who can be.
 * @throws SendexError insufficient_credits, service_unavailable
 */
export async function mailsFor(
  context: Context,
  { broadcast, tenant, properties }: Making,
  readers: readonly Reader[],
): Promise<{ messages: NewMessage[] } | { refusal: BroadcastReason }> {
  const wanted = readers.filter(({ left }) => !left);
  const now = context.clock();
  const { accountId, timeZone } = tenant;
  const key = `${accountId} ${broadcast.id} ${broadcast.startedAt?.getTime() ?? 0}`;
  const drafts: Draft[] = [];
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const part = wanted.slice(start, start + AT_ONCE);
    const made = await Promise.all(
      part.map((reader) =>
        mailFor(context, broadcast, reader, {
          ...{ accountId, key, properties, now, timeZone },
          variant: variantOf(broadcast, reader.lot),
        }),
      ),
    );
    drafts.push(...made.flatMap((one) => ("draft" in one ? [one.draft] : [])));
  }
  if (wanted.length > 0 && drafts.length === 0) return { refusal: "template_fails" };
  const items = drafts.map((draft, index) => ({ index, draft }));
  const files = context.files.enter(accountId);
  try {
    const asked = { caller: tenant, batch: "permissive" as const };
    const {
      items: right,
      errors,
      providers,
    } = await checkItems(context, asked, { items, unread: [] }, files);
    if (right.length === 0 && errors.some(({ errors: [first] }) => first?.code === "not_verified"))
      return { refusal: "domain_not_verified" };
    const accepting = {
      caller: tenant,
      dialect: "sendex" as const,
      now,
      providers,
      broadcastId: broadcast.id,
    };
    return { messages: await Promise.all(right.map(({ draft }) => newMessage(context, accepting, draft))) };
  } finally {
    files.leave();
  }
}
