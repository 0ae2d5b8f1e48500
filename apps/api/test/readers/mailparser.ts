import { parseAddress } from "@sendex/core/accepting/address";
import { type AddressObject, simpleParser } from "mailparser";
import { decodeWords } from "postal-mime";
import type { Person, ReadMail } from "./read-mail";

/** mailparser leaves other headers than its own encoded, and shows international domains in Unicode. */
export async function readByMailparser(source: Uint8Array): Promise<ReadMail> {
  const mail = await simpleParser(Buffer.from(source), {
    keepCidLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  });
  // It takes the List-* fields together.
  const list = mail.headers.get("list") as { id?: { name: string; id: string } } | undefined;
  return {
    subject: mail.subject ?? "",
    from: people(mail.from),
    to: people(mail.to),
    cc: people(mail.cc),
    replyTo: people(mail.replyTo),
    headers: {
      ...Object.fromEntries(
        [...mail.headers].map(([name, value]) => [name, typeof value === "string" ? decodeWords(value) : ""]),
      ),
      ...(list?.id && { "list-id": `${decodeWords(list.id.name)} <${list.id.id}>` }),
    },
    text: mail.text ?? "",
    html: mail.html || "",
    files: mail.attachments.map(({ filename = "", contentType, contentId = "", content }) => ({
      filename,
      type: contentType,
      contentId,
      content: content.toString("base64"),
    })),
  };
}

function people(given: AddressObject | AddressObject[] = []): Person[] {
  return [given]
    .flat()
    .flatMap(({ value }) =>
      value.map(({ name, address = "" }) => ({ name, address: parseAddress(address) ?? "" })),
    );
}
