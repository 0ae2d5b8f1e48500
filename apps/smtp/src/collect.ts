import type { Readable } from "node:stream";
import { SES_V2_MAX_BYTES } from "@sendex/core/accepting/message";
import { type Refusal, refusal } from "./answer";
import type { Bounds } from "./bounds";

/** As a mail that SES takes; what is composed of it may still be larger. */
export const MAX_MAIL_BYTES = SES_V2_MAX_BYTES;

const CR = 0x0d;
const LF = 0x0a;

/**
 * Reads a mail to its end, whatever is wrong with it: the answer comes after the last line. Its bytes stay taken until
 * `give` is called.
 * @throws Refusal where it is too large, has no room, or has a line end that is not CRLF (RFC 5321 2.3.8: what one server
 *   takes for the end of a mail, another does not)
 */
export async function collect(stream: Readable, bounds: Bounds): Promise<{ raw: Buffer; give(): void }> {
  const chunks: Buffer[] = [];
  let [bytes, taken, last] = [0, 0, 0];
  let wrong: Refusal | undefined;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (wrong) continue;
    bytes += chunk.length;
    wrong = bytes > MAX_MAIL_BYTES ? TOO_LARGE() : hasBareEnd(last, chunk) ? BARE() : undefined;
    if (!wrong && !bounds.take(chunk.length)) wrong = NO_ROOM();
    if (wrong) {
      bounds.give(taken);
      chunks.length = 0;
      continue;
    }
    taken += chunk.length;
    last = chunk.at(-1) ?? last;
    chunks.push(chunk);
  }
  if (!wrong && last === CR) {
    bounds.give(taken);
    wrong = BARE();
  }
  if (wrong) throw wrong;
  return { raw: Buffer.concat(chunks, bytes), give: () => bounds.give(taken) };
}

const TOO_LARGE = () => refusal(552, "5.3.4", `A mail has at most ${MAX_MAIL_BYTES} bytes.`);
const BARE = () =>
  refusal(554, "5.6.0", "Lines end with CR and LF together; this mail has one without the other.");
const NO_ROOM = () => refusal(452, "4.3.1", "Too many mails are on their way in. Try again shortly.");

/** Whether a CR or LF stands alone; `last` is the byte before. */
function hasBareEnd(last: number, chunk: Buffer): boolean {
  if (last === CR && chunk[0] !== LF) return true;
  for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1))
    if ((at === 0 ? last : chunk[at - 1]) !== CR) return true;
  for (let at = chunk.indexOf(CR); at >= 0; at = chunk.indexOf(CR, at + 1))
    if (at + 1 < chunk.length && chunk[at + 1] !== LF) return true;
  return false;
}
