import { setImmediate } from "node:timers/promises";
import { parseMailbox } from "@sendex/core/accepting/address";
import type { Draft, DraftAttachment, Mailbox } from "@sendex/core/accepting/message";
import { type Sealer, sealedBytes } from "@sendex/crypto/seal";

/** Whose content it is, and under which key. */
export interface Owner {
  accountId: string;
  messageId: string;
  /** The account's, wrapped. */
  dataKey: Uint8Array;
}

/** Everything the caller wrote but addresses, tags, metadata and subject. */
export type Content = Pick<Draft, "shown" | "text" | "html" | "headers" | "attachments">;

/** The JSON of the field `body`; files are fields of their own. */
interface Body {
  shown?: Draft["shown"];
  text?: string;
  html?: string;
  headers: Record<string, string>;
  attachments: Omit<DraftAttachment, "content">[];
}

/** The field that holds the body. */
export const BODY_FIELD = "body";

/** What is larger is sealed a piece a turn of the event loop. */
const LARGE = 256 * 1024;
const PIECE = 512 * 1024;

/** What is sealed a piece a turn: `bytes` in all. */
interface Pieces extends Iterable<Uint8Array> {
  bytes: number;
}

interface SealedField {
  field: string;
  sealed: Buffer;
}

/** Where something is large, all lies in one piece of memory, field by field: it is stored without being copied once more. */
export async function sealContent(sealer: Sealer, owner: Owner, content: Content): Promise<SealedField[]> {
  const { shown, text, html, headers, attachments } = content;
  const files = attachments.map(({ content: _, ...rest }) => rest);
  const body: Body = { shown, text, html, headers, attachments: files };
  const bodyIsLarge = (text?.length ?? 0) + (html?.length ?? 0) > LARGE;
  const placeOf = (field: string) => ({ tenant: owner.accountId, message: owner.messageId, field });
  const seal = (field: string, plain: string | Uint8Array): SealedField => ({
    field,
    sealed: sealer.seal(owner.dataKey, placeOf(field), plain),
  });
  if (!bodyIsLarge && attachments.every(({ content: bytes }) => bytes.length <= LARGE))
    return [
      seal(BODY_FIELD, JSON.stringify(body)),
      ...attachments.map(({ content: bytes }, i) => seal(attachmentField(i), bytes)),
    ];
  const fields = [
    { field: BODY_FIELD, plain: await bodyPieces(body) },
    ...attachments.map(({ content: bytes }, i) => ({ field: attachmentField(i), plain: bytePieces(bytes) })),
  ];
  const size = fields.reduce((sum, { plain }) => sum + sealedBytes(plain.bytes), 0);
  const whole = Buffer.allocUnsafeSlow(size);
  const sealed: SealedField[] = [];
  let at = 0;
  for (const { field, plain } of fields) {
    const into = whole.subarray(at, at + sealedBytes(plain.bytes));
    await sealer.sealPieces(owner.dataKey, placeOf(field), plain, into);
    sealed.push({ field, sealed: into });
    at += into.length;
  }
  return sealed;
}

function bytePieces(bytes: Uint8Array): Pieces {
  return {
    bytes: bytes.length,
    *[Symbol.iterator]() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
}

/** The same value as `JSON.stringify` writes. It is written twice, the first time to count it: once is more memory. */
async function bodyPieces(body: Body): Promise<Pieces> {
  let bytes = 0;
  for (const piece of bodyTexts(body)) {
    bytes += Buffer.byteLength(piece);
    await setImmediate();
  }
  return {
    bytes,
    *[Symbol.iterator]() {
      for (const piece of bodyTexts(body)) yield Buffer.from(piece);
    },
  };
}

function* bodyTexts({ text, html, ...rest }: Body): Generator<string> {
  yield "{";
  yield* textPieces("text", text);
  yield* textPieces("html", html);
  yield JSON.stringify(rest).slice(1);
}

/** A pair of surrogates that is cut in two is written as two escapes, which are read as the pair. */
function* textPieces(name: string, text: string | undefined): Generator<string> {
  if (text === undefined) return;
  yield `${JSON.stringify(name)}:"`;
  for (let at = 0; at < text.length; at += PIECE) {
    yield JSON.stringify(text.slice(at, at + PIECE)).slice(1, -1);
  }
  yield '",';
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
  const body = readBody(unseal(BODY_FIELD, bodyBytes));
  const attachments = body.attachments.flatMap((attachment, i) => {
    const bytes = sealed.get(attachmentField(i));
    return bytes ? [{ ...attachment, content: unseal(attachmentField(i), bytes) }] : [];
  });
  return { ...body, attachments };
}

/** What a message's files are called, in their order; their bytes are other fields. */
export function unsealFiles(
  sealer: Sealer,
  owner: Owner,
  sealed: Uint8Array,
): Omit<DraftAttachment, "content">[] {
  const binding = { tenant: owner.accountId, message: owner.messageId, field: BODY_FIELD };
  return readBody(sealer.unseal(owner.dataKey, binding, sealed)).attachments;
}

/** The content of a message without files, from its sealed body alone; undefined where it has files. */
export function unsealBody(sealer: Sealer, owner: Owner, sealed: Uint8Array): Content | undefined {
  const binding = { tenant: owner.accountId, message: owner.messageId, field: BODY_FIELD };
  const body = readBody(sealer.unseal(owner.dataKey, binding, sealed));
  return body.attachments.length === 0 ? { ...body, attachments: [] } : undefined;
}

/** What the content review reads of a sealed body: its words, and what its files are called. */
export function readOpenBody(
  sealer: Sealer,
  owner: Owner,
  sealed: Uint8Array,
): { text?: string; html?: string; files: string[] } {
  const binding = { tenant: owner.accountId, message: owner.messageId, field: BODY_FIELD };
  const { text, html, attachments } = readBody(sealer.unseal(owner.dataKey, binding, sealed));
  const files = attachments.map(({ filename }) => filename);
  return { ...(text === undefined ? {} : { text }), ...(html === undefined ? {} : { html }), files };
}

/** The parse boundary: what is sealed here was written here. */
function readBody(plain: Buffer): Body {
  return JSON.parse(plain.toString("utf8")) as Body;
}

/** The field that holds a message's file, by its place. */
export function attachmentField(index: number): string {
  return `attachment.${index}`;
}

/** The mailboxes behind their stored form, which `formatMailbox` made. */
export function readMailboxes(shown: string[]): Mailbox[] {
  return shown.flatMap((text) => parseMailbox(text) ?? []);
}
