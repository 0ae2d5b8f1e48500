import { randomUUID } from "node:crypto";

export interface SimpleMessage {
  from: string;
  to: string[];
  cc: string[];
  replyTo: string[];
  subject: string;
  text: string | undefined;
  html: string | undefined;
}

/** Builds the message of a SendEmail call, as SES does for those who do not bring MIME of their own. */
export function composeMessage(message: SimpleMessage): Buffer {
  const parts = [bodyPart("text/plain", message.text), bodyPart("text/html", message.html)].filter(
    (part) => part !== null,
  );
  const head = [
    `From: ${oneLine(message.from)}`,
    ...addressLine("To", message.to),
    ...addressLine("Cc", message.cc),
    ...addressLine("Reply-To", message.replyTo),
    `Subject: ${encodeSubject(oneLine(message.subject))}`,
    "MIME-Version: 1.0",
  ];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return Buffer.from(`${head.join("\r\n")}\r\n${only}`, "utf8");
  const boundary = `----=_Part_${randomUUID()}`;
  const body = parts.map((part) => `--${boundary}\r\n${part}`).join("");
  const type = `Content-Type: multipart/alternative; boundary="${boundary}"`;
  return Buffer.from(`${head.join("\r\n")}\r\n${type}\r\n\r\n${body}--${boundary}--\r\n`, "utf8");
}

function bodyPart(type: string, content: string | undefined): string | null {
  if (content === undefined) return null;
  const base64 = Buffer.from(content, "utf8").toString("base64").replace(/.{76}/g, "$&\r\n");
  return `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`;
}

function addressLine(name: string, addresses: string[]): string[] {
  return addresses.length === 0 ? [] : [`${name}: ${addresses.map(oneLine).join(",\r\n ")}`];
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}

/** RFC 2047, in words short enough for a line (45 bytes of UTF-8 make 60 of base64). */
function encodeSubject(subject: string): string {
  if (/^[\x20-\x7e]*$/.test(subject)) return subject;
  const words: string[] = [];
  let word = "";
  for (const char of subject) {
    if (Buffer.byteLength(word + char) > 45) {
      words.push(word);
      word = "";
    }
    word += char;
  }
  return [...words, word].map((text) => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`).join("\r\n ");
}
