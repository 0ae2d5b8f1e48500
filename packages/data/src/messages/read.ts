import type { EventData, TimelineType } from "@sendex/core/webhooks/event";
import {
  PRIORITIES,
  type Dialect,
  type Mode,
  type Priority,
  type RecipientKind,
  type Source,
  type Tag,
} from "@sendex/core/accepting/message";
import { RECIPIENT_STATUSES, type RecipientStatus } from "@sendex/core/reports/status";
import { inOrder } from "@sendex/core/messages/timeline";
import type { StoredEvent, StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";
import type { Message, Recipient, Event } from "../generated/client";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";

/** A message of this account with its recipients and its timeline, without content; undefined where there is none. */
export async function findMessage(
  data: Data,
  accountId: string,
  id: string,
): Promise<StoredMessage | undefined> {
  const [message, recipients, events] = await Promise.all([
    prisma(data).message.findUnique({ where: { accountId_id: { accountId, id } } }),
    prisma(data).recipient.findMany({ where: { accountId, messageId: id }, orderBy: { n: "asc" } }),
    prisma(data).event.findMany({
      where: { accountId, subjectId: id, subjectType: "message" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: MAX_TIMELINE,
    }),
  ]);
  return message ? readMessage(message, recipients, events) : undefined;
}

/** Whether the account has this message, sent in this mode. */
export async function hasMessage(
  data: Data,
  { accountId, mode }: { accountId: string; mode: Mode },
  id: string,
): Promise<boolean> {
  const where = { accountId_id: { accountId, id }, mode };
  return (await prisma(data).message.findUnique({ where, select: { id: true } })) !== null;
}

/** These messages of one account, with their recipients, in the order of `ids`. */
export async function readMessages(data: Data, accountId: string, ids: string[]): Promise<StoredMessage[]> {
  if (ids.length === 0) return [];
  const [messages, recipients] = await Promise.all([
    prisma(data).message.findMany({ where: { accountId, id: { in: ids } } }),
    prisma(data).recipient.findMany({ where: { accountId, messageId: { in: ids } }, orderBy: { n: "asc" } }),
  ]);
  const byId = new Map(messages.map((message) => [message.id, message]));
  const byMessage = groupBy(recipients, ({ messageId }) => messageId);
  return ids.flatMap((id) => {
    const message = byId.get(id);
    return message ? [readMessage(message, byMessage.get(id) ?? [], [])] : [];
  });
}

/** The account's next messages by id, oldest first, each with its recipients and its whole timeline, without content. */
export async function nextMessages(
  data: Data,
  accountId: string,
  after: string,
  limit: number,
): Promise<StoredMessage[]> {
  const found = await prisma(data).message.findMany({
    where: { accountId, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true },
  });
  const ids = found.map(({ id }) => id);
  const [messages, events] = await Promise.all([
    readMessages(data, accountId, ids),
    prisma(data).event.findMany({
      where: { accountId, subjectId: { in: ids }, subjectType: "message" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  ]);
  const timelines = groupBy(events, ({ subjectId }) => subjectId);
  return messages.map((message) => ({
    ...message,
    events: inOrder((timelines.get(message.id) ?? []).map(readEvent)),
  }));
}

/** Enough for a 50-recipient message through the longest ladder's visible part; a page, not a bound on what is stored. */
const MAX_TIMELINE = 5_000;

function groupBy<T>(rows: T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}

/** Rows → the shape the presenters take. The `as` are at the boundary to columns that only this package writes. */
function readMessage(message: Message, recipients: Recipient[], events: Event[]): StoredMessage {
  const addresses = message.addresses as unknown as Pick<StoredMessage, "to" | "cc" | "bcc" | "replyTo">;
  return {
    id: message.id,
    accountId: message.accountId,
    mode: message.mode,
    source: message.source as Source,
    dialect: message.dialect as Dialect,
    priority: PRIORITIES.find((priority) => priority === message.priority) ?? ("standard" satisfies Priority),
    topicId: message.topicId,
    from: message.from,
    to: addresses.to,
    cc: addresses.cc,
    bcc: addresses.bcc,
    replyTo: addresses.replyTo,
    subject: message.subject,
    tags: message.tags as unknown as Tag[],
    metadata: message.metadata as Record<string, unknown>,
    createdAt: message.createdAt,
    scheduledAt: message.scheduledAt,
    recipients: recipients.map(readRecipient),
    events: inOrder(events.map(readEvent)),
  };
}

function readRecipient(row: Recipient): StoredRecipient {
  const status: RecipientStatus = RECIPIENT_STATUSES.find((known) => known === row.status) ?? "queued";
  return {
    n: row.n,
    address: row.address,
    kind: row.kind as RecipientKind,
    status,
    ladderStep: row.ladderStep,
    reason: row.reason,
    sesMessageId: row.sesMessageId,
    attempt: row.attempt,
    sentAt: row.sentAt,
    deliveredAt: row.deliveredAt,
  };
}

function readEvent(row: Event): StoredEvent {
  return { id: row.id, type: row.type as TimelineType, at: row.at, n: row.n, data: row.data as EventData };
}
