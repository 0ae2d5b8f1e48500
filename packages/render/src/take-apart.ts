import {
  type Address,
  addressParser,
  type Attachment,
  decodeWords,
  type Header,
  type Mailbox,
  parse,
} from "postal-mime";

/** The parts of a mail that a program wrote, decoded. */
export interface Apart {
  /** Of all its From fields: a mail that says one thing has one. */
  from: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  replyTo: Mailbox[];
  subject: string;
  messageId: string | null;
  /** All of them, in their order, unfolded and with encoded words decoded. */
  headers: [name: string, value: string][];
  text: string | null;
  html: string | null;
  files: ApartFile[];
}

export interface ApartFile {
  filename: string | null;
  contentType: string;
  /** Without its angle brackets. */
  contentId: string | null;
  content: Uint8Array;
}

/** Parts within parts, and bytes of headers, beyond which nothing is mail. */
const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 512 * 1024 };

/**
 * Takes a raw mail apart. A mail within it stays whole, as a file.
 * @throws Error where it nests deeper, or has longer headers, than mail does
 */
export async function takeApart(raw: Uint8Array): Promise<Apart> {
  const mail = await parse(raw, {
    ...LIMITS,
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  });
  return {
    from: sendersIn(mail.headers),
    to: flat(mail.to),
    cc: flat(mail.cc),
    replyTo: flat(mail.replyTo),
    subject: mail.subject ?? "",
    messageId: mail.messageId ?? null,
    headers: mail.headers.map(({ originalKey, value }) => [originalKey, decodeWords(value)]),
    text: mail.text ?? null,
    html: mail.html ?? null,
    files: mail.attachments.map(fileOf),
  };
}

function sendersIn(headers: Header[]): Mailbox[] {
  const found = headers.filter(({ key }) => key === "from");
  return flat(found.flatMap(({ value }) => addressParser(value))).map(({ name, address }) => ({
    name: decodeWords(name),
    address,
  }));
}

/** A group's members are its addresses; who has none is no mailbox. */
function flat(addresses: Address[] = []): Mailbox[] {
  return addresses.flatMap((one) => one.group ?? one).filter(({ address }) => address !== "");
}

function fileOf({ filename, mimeType, method, contentId, content }: Attachment): ApartFile {
  return {
    filename,
    contentType: method ? `${mimeType}; method=${method}` : mimeType,
    contentId: contentId?.replace(/^<|>$/g, "") ?? null,
    content: typeof content === "string" ? Buffer.from(content) : new Uint8Array(content),
  };
}
