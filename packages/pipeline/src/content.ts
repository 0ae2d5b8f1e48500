import { parseMailbox } from "@sendex/core/address";
import type { Draft, DraftAttachment, Mailbox } from "@sendex/core/message";
import type { Sealer } from "@sendex/crypto/seal";

/** Whose content it is, and under which key. */
export interface Owner {
  accountId: string;
  messageId: string;
  /** The account's, wrapped. */
  dataKey: Uint8Array;
}

/** Everything the caller wrote but addresses, tags, metadata and subject. */
export type Content = Pick<Draft, "text" | "html" | "headers" | "attachments">;

/** The JSON of the field `body`; files are fields of their own. */
interface Body {
  text?: string;
  html?: string;
  headers: Record<string, string>;
  attachments: Omit<DraftAttachment, "content">[];
}

/** The field that holds the body. */
export const BODY_FIELD = "body";

export function sealContent(
  sealer: Sealer,
  owner: Owner,
  content: Content,
): { field: string; sealed: Buffer }[] {
  const seal = (field: string, plain: Uint8Array | string) => ({
    field,
    sealed: sealer.seal(owner.dataKey, { tenant: owner.accountId, message: owner.messageId, field }, plain),
  });
  const { text, html, headers, attachments } = content;
  const body: Body = { text, html, headers, attachments: attachments.map(({ content: _, ...rest }) => rest) };
  return [
    seal(BODY_FIELD, JSON.stringify(body)),
    ...attachments.map(({ content: bytes }, i) => seal(attachmentField(i), bytes)),
  ];
}

/**
 * Undefined where the body is gone. `sealed` are a message's fields by name; files that are not among them stay out.
 * @throws SealError where a field was altered or belongs elsewhere
 */
export function unsealContent(
  sealer: Sealer,
  owner: Owner,
  sealed: Map<string, Uint8Array>,
): Content | undefined {
  const unseal = (field: string, bytes: Uint8Array) =>
    sealer.unseal(owner.dataKey, { tenant: owner.accountId, message: owner.messageId, field }, bytes);
  const bodyBytes = sealed.get(BODY_FIELD);
  if (!bodyBytes) return undefined;
  const body = JSON.parse(unseal(BODY_FIELD, bodyBytes).toString("utf8")) as Body;
  const attachments = body.attachments.flatMap((attachment, i) => {
    const bytes = sealed.get(attachmentField(i));
    return bytes ? [{ ...attachment, content: unseal(attachmentField(i), bytes) }] : [];
  });
  return { ...body, attachments };
}

function attachmentField(index: number): string {
  return `attachment.${index}`;
}

/** The mailboxes behind their stored form, which `formatMailbox` made. */
export function readMailboxes(shown: string[]): Mailbox[] {
  return shown.flatMap((text) => parseMailbox(text) ?? []);
}
