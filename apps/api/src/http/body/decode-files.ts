import { isObject } from "@sendex/kit/loose";
import { decodeBase64 } from "./base64";
import { markedBy } from "./lifted";

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

function decodeContent(content: unknown, lifted: Lifted): unknown {
  if (typeof content === "string") {
    const n = markedBy(content);
    return (n === undefined ? decodeBase64(content) : lifted(n)) ?? content;
  }
  if (!isObject(content) || content["type"] !== "Buffer") return content;
  return decodeData(content["data"], lifted) ?? content;
}

/** The `data` of a Buffer's JSON form, as `resend` up to 4.x sends it. */
function decodeData(data: unknown, lifted: Lifted): Uint8Array | undefined {
  const n = markedBy(data);
  if (n !== undefined) return lifted(n);
  if (!Array.isArray(data)) return undefined;
  const bytes = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 1) {
    const value: unknown = data[i];
    if (typeof value !== "number" || value < 0 || value > 255 || !Number.isInteger(value)) return undefined;
    bytes[i] = value;
  }
  return bytes;
}
