import { SendexError } from "@sendex/core/error";
import type { Dialect, Tag } from "@sendex/core/accepting/message";
import type { Caller } from "@sendex/core/access";
import type { StoredMessage } from "@sendex/core/messages/stored";
import { SANDBOX_REGION } from "@sendex/core/messages/delivered-id";
import { statusFilter } from "@sendex/wire/messages/words";
import { idFloor, isId } from "@sendex/crypto/token";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { readContent } from "@sendex/data/content/sealed";
import { listMessages as listRows } from "@sendex/data/messages/list";
import { findMessage } from "@sendex/data/messages/read";
import { BODY_FIELD, unsealContent } from "../content/seal";
import type { Context } from "../context";

/** What a list is asked for; every part narrows it. */
export interface MessageFilter {
  /** Whose words `status` is in. */
  surface: Dialect;
  status?: string;
  recipient?: string;
  sender?: string;
  tag?: Tag;
  /** A field of the metadata, at its top, and its value as text. */
  metadata?: Tag;
  createdAfter?: Date;
  createdBefore?: Date;
  /** Part of the subject. */
  q?: string;
  limit: number;
  /** Ids: the page older than `after`, or newer than `before`. */
  after?: string;
  before?: string;
}

/**
 * A message with its content and timeline.
 * @throws SendexError not_found, for a message of another account or mode too
 */
export async function getMessage(context: Context, caller: Caller, id: string): Promise<StoredMessage> {
  const { data } = context;
  const { accountId } = caller;
  const message = isId("msg", id) ? await findMessage(data, accountId, id) : undefined;
  if (message?.mode !== caller.mode) throw new SendexError("not_found", "There is no such message.");
  const [dataKey, body] = await Promise.all([
    readDataKey(data, accountId),
    readContent(data, accountId, id, BODY_FIELD),
  ]);
  if (!dataKey || !body) return message;
  const content = unsealContent(
    context.sealer,
    { accountId, messageId: id, dataKey },
    new Map([[BODY_FIELD, body]]),
  );
  return { ...message, text: content?.text ?? null, html: content?.html ?? null };
}

/** A page of the account's messages in the caller's mode, newest first, without content and timeline. */
export async function listMessages(
  context: Context,
  caller: Caller,
  filter: MessageFilter,
): Promise<{ data: StoredMessage[]; hasMore: boolean }> {
  const { surface, status, createdAfter, createdBefore, ...rest } = filter;
  const condition = status === undefined ? undefined : statusFilter(surface, status);
  return listRows(context.data, caller.accountId, {
    ...rest,
    mode: caller.mode,
    ...(condition ? { status: condition } : {}),
    ...(createdAfter ? { from: idFloor("msg", createdAfter) } : {}),
    ...(createdBefore ? { until: idFloor("msg", createdBefore) } : {}),
  });
}

/** SES's region where a message's mail leaves. */
export function regionOf({ settings }: Context, { mode }: Pick<StoredMessage, "mode">): string {
  return mode === "test" || settings.liveRoute === "sandbox" ? SANDBOX_REGION : settings.region;
}
