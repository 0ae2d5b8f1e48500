import { parse as parseMime, type Attachment, type Email } from "postal-mime";

export interface MailParts {
  text: string | null;
  html: string | null;
  /** `inline`: a picture that the HTML shows in its text. */
  attachments: { name: string; type: string; inline: boolean; bytes: Buffer }[];
}

/** Larger mail is shown by its headers and source only: parsing would hold up the sends. */
const MAX_PARSED_BYTES = 16 * 1024 * 1024;
/** Inline pictures up to this size are put into the preview. */
const MAX_INLINE_BYTES = 2 * 1024 * 1024;

/** The readable parts of a raw message; null when it is too large to take apart. */
export async function readMail(raw: Buffer): Promise<MailParts | null> {
  if (raw.length > MAX_PARSED_BYTES) return null;
  const mail = await parseMime(raw);
  return {
    text: mail.text ?? null,
    html: mail.html === undefined ? null : withInlinePictures(mail.html, mail),
    attachments: mail.attachments.map((attachment) => ({
      name: attachment.filename ?? "unnamed",
      type: attachment.mimeType,
      inline: isShown(attachment, mail.html),
      bytes: contentOf(attachment),
    })),
  };
}

function isShown({ contentId }: Attachment, markup = ""): boolean {
  const id = contentId?.replace(/^<|>$/g, "") ?? "";
  return id !== "" && markup.includes(`cid:${id}`);
}

/** `cid:` references become data URLs: the preview may load nothing else. */
function withInlinePictures(markup: string, mail: Email): string {
  const byId = new Map(
    mail.attachments.map((attachment) => [attachment.contentId?.replace(/^<|>$/g, ""), attachment]),
  );
  return markup.replace(/(["'(])cid:([^"')\s]+)/g, (whole, before: string, id: string) => {
    const picture = byId.get(id);
    if (picture === undefined || !/^image\/[a-z0-9.+-]+$/i.test(picture.mimeType)) return whole;
    const bytes = contentOf(picture);
    return bytes.length > MAX_INLINE_BYTES
      ? whole
      : `${before}data:${picture.mimeType};base64,${bytes.toString("base64")}`;
  });
}

function contentOf({ content }: Attachment): Buffer {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
