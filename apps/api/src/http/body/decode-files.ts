import { isObject } from "@sendex/kit/loose";

/** Gives the bytes of the n-th file that was lifted out of the text before it was parsed. */
export type Lifted = (n: number) => Uint8Array | undefined;

/**
 * Turns the files of a parsed request into bytes, in place: `attachments[].content` of a message or of each
 * message of a batch. What is no valid file is left as it was, for the schema to name the field.
 */
export function decodeFiles(body: unknown, lifted: Lifted): void {
  const messages: unknown[] = Array.isArray(body) ? body : [body];
  for (const message of messages) {
    if (!isObject(message) || !Array.isArray(message["attachments"])) continue;
    for (const file of message["attachments"]) {
      if (isObject(file) && "content" in file) file["content"] = decodeContent(file["content"], lifted);
    }
  }
}

const MARK = "\u0000file ";

/** What stands in the parsed text where a file was lifted out. */
export function liftedFile(n: number): string {
  return `${MARK}${n}`;
}

export function isLiftedFile(value: unknown): boolean {
  return typeof value === "string" && value.startsWith(MARK);
}

/** RFC 4648 section 4, its padding optional, line breaks allowed as MIME writers put them. Undefined when it is anything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const packed = text.includes("\n") || text.includes("\r") ? text.replace(/[\r\n]/g, "") : text;
  const padding = packed.endsWith("==") ? 2 : packed.endsWith("=") ? 1 : 0;
  const digits = packed.length - padding;
  const padded = padding > 0;
  if (digits % 4 === 1 || (padded && packed.length % 4 !== 0)) return undefined;
  // Node's decoder also takes the alphabet of base64url; a strict one does not.
  if (packed.includes("-") || packed.includes("_")) return undefined;
  const bytes = Buffer.from(packed, "base64");
  // The decoder skips or stops at what it does not know, and so comes out short.
  return bytes.length === Math.floor((digits * 3) / 4) ? ownBytes(bytes) : undefined;
}

function decodeContent(content: unknown, lifted: Lifted): unknown {
  if (typeof content === "string") return decodeBase64(content) ?? content;
  if (!isObject(content) || content["type"] !== "Buffer") return content;
  return decodeData(content["data"], lifted) ?? content;
}

/** The `data` of a Buffer's JSON form, as `resend` up to 4.x sends it. */
function decodeData(data: unknown, lifted: Lifted): Uint8Array | undefined {
  if (typeof data === "string" && isLiftedFile(data)) return lifted(Number(data.slice(MARK.length)));
  if (!Array.isArray(data)) return undefined;
  const bytes = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 1) {
    const value: unknown = data[i];
    if (typeof value !== "number" || value < 0 || value > 255 || !Number.isInteger(value)) return undefined;
    bytes[i] = value;
  }
  return bytes;
}

/** A small Buffer is a slice of memory that it shares with others, and so could not be handed to another thread. */
function ownBytes(bytes: Buffer): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
