import type { DraftAttachment } from "@sendex/core/accepting/message";
import MailComposer from "nodemailer/lib/mail-composer";
import type MimeNode from "nodemailer/lib/mime-node";
import { disposition } from "./disposition";
import type { Mail } from "./mail";
import { headersOf } from "./headers";
import { assertPlain, Uncomposable } from "./plain";
import { serialize } from "./serialize";

/** Longer bodies go as base64: quoted-printable costs about 30 ms of the event loop for each MB. */
export const MAX_QUOTED_CHARACTERS = 128 * 1024;

/**
 * One MIME message: CRLF line ends, every line within RFC 5322's 998 characters, UTF-8, alternatives and inline
 * parts nested as mail clients expect. Bcc is not part of it; the same bytes go to every recipient of a message,
 * so a message is composed once.
 * @throws Uncomposable when a value is not what its type says or holds a line break where none may be: that was to
 * be refused at accept, and composing it could forge a header or read a file.
 */
export async function compose(mail: Mail): Promise<Uint8Array> {
  assertPlain(mail);
  try {
    const tree = parts(mail).compile();
    nameFiles(tree);
    return await serialize(tree, headersOf(mail));
  } catch (error) {
    throw new Uncomposable("The mail cannot be composed.", { cause: error });
  }
}

/** Nodemailer folds a long name at its spaces. */
function nameFiles(node: MimeNode): void {
  const kind = node.getHeader("Content-Disposition");
  if (typeof node.filename === "string" && typeof kind === "string")
    node.setHeader("Content-Disposition", { prepared: true, value: disposition(kind, node.filename) });
  for (const child of node.childNodes) nameFiles(child);
}

function parts(mail: Mail): MailComposer {
  return new MailComposer({
    disableFileAccess: true,
    disableUrlAccess: true,
    messageId: mail.messageId,
    date: mail.date,
    text: body(mail.text),
    html: body(mail.html),
    attachments: mail.attachments.map(attachment),
  });
}

/** RFC 5322 2.3: CR and LF occur only together. */
function body(text: string | undefined) {
  if (!text) return undefined;
  const content = text.replace(/\r\n|\r|\n/g, "\r\n");
  return content.length > MAX_QUOTED_CHARACTERS
    ? { content, contentTransferEncoding: "base64" }
    : { content };
}

function attachment(part: DraftAttachment) {
  const { buffer, byteOffset, byteLength } = part.content;
  return {
    filename: part.filename,
    content: Buffer.from(buffer, byteOffset, byteLength),
    contentType: storableType(part.contentType),
    contentDisposition: part.contentId === undefined || isText(part) ? "attachment" : "inline",
    contentTransferEncoding: "base64",
    ...(part.contentId === undefined ? {} : { cid: part.contentId }),
  };
}

/** HTML shows pictures by their content ids, and no text; readers take an inline text for one of the mail's bodies. */
function isText({ contentType }: DraftAttachment): boolean {
  return /^\s*text\//i.test(contentType);
}

/** RFC 2046 5.1 and 5.2: base64 is not allowed on multipart and message types, and nothing else is safe for any bytes. */
function storableType(contentType: string): string {
  return /^\s*(multipart|message)\//i.test(contentType) ? "application/octet-stream" : contentType;
}
