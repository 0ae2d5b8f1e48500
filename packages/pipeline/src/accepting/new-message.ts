import { domainOf, formatMailbox } from "@sendex/core/accepting/address";
import {
  contentLength,
  type Dialect,
  type Draft,
  recipientsOf,
  type Source,
} from "@sendex/core/accepting/message";
import { traceparent } from "@sendex/kit/trace";
import { newId } from "@sendex/crypto/token";
import type { NewMessage } from "@sendex/data/accepting/submission";
import type { Tenant } from "@sendex/data/access/api-keys";
import { sealContent } from "../content/seal";
import type { Context } from "../context";
import type { Providers } from "./check-items";

interface Accepting {
  caller: Tenant;
  dialect: Dialect;
  source?: Source;
  now: Date;
  providers: Providers;
  /** Whose mail it is; absent: a call's of its own. */
  broadcastId?: string;
}

/** A draft → the row it becomes, with an id, and its content sealed. */
export async function newMessage(
  context: Context,
  { caller, dialect, source = "api", now, providers, broadcastId }: Accepting,
  draft: Draft,
): Promise<NewMessage> {
  const id = newId("msg", now);
  const owner = { accountId: caller.accountId, messageId: id, dataKey: caller.dataKey };
  const fromAddress = draft.from.address.toLowerCase();
  return {
    id,
    eventId: newId("evt", now),
    source: broadcastId === undefined ? source : "broadcast",
    dialect,
    route: caller.mode === "test" ? "sandbox" : context.settings.liveRoute,
    priority: draft.priority,
    from: formatMailbox(draft.from),
    fromAddress,
    fromDomain: domainOf(fromAddress),
    addresses: {
      to: draft.to.map(formatMailbox),
      cc: draft.cc.map(formatMailbox),
      bcc: draft.bcc.map(formatMailbox),
      replyTo: draft.replyTo.map(formatMailbox),
    },
    recipients: recipientsOf(draft).map((recipient) => ({
      ...recipient,
      provider: providers.get(domainOf(recipient.address)) ?? null,
    })),
    subject: draft.subject,
    tags: draft.tags,
    metadata: draft.metadata,
    template: draft.template ?? null,
    bytes: contentLength(draft),
    createdAt: now,
    scheduledAt: draft.scheduledAt ?? null,
    trace: traceparent(),
    topicId: draft.topicId ?? null,
    broadcastId: broadcastId ?? null,
    contents: await sealContent(context.sealer, owner, draft),
  };
}
