import PostalMime, { type Address, decodeWords } from "postal-mime";
import type { Person, ReadMail } from "./read-mail";

/** postal-mime gives other headers than its own as they are written, so its `decodeWords` reads them. */
export async function readByPostalMime(source: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(source, { attachmentEncoding: "base64" });
  return {
    subject: mail.subject ?? "",
    from: people(mail.from && [mail.from]),
    to: people(mail.to),
    cc: people(mail.cc),
    replyTo: people(mail.replyTo),
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, decodeWords(value)])),
    text: mail.text ?? "",
    html: mail.html ?? "",
    files: mail.attachments.map(({ filename, mimeType, contentId = "", content }) => ({
      filename: filename ?? "",
      type: mimeType,
      contentId,
      content: typeof content === "string" ? content : "",
    })),
  };
}

function people(addresses: Address[] = []): Person[] {
  return addresses.map(({ name, address = "" }) => ({ name, address }));
}
