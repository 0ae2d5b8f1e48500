/** The longest header block that is searched; a Message-ID stands far before its end. */
const MAX_BLOCK_BYTES = 256 * 1024;
const FIELD = /^message-id[ \t]*:.*(?:\r?\n[ \t].*)*(\r?\n|$)/gim;

/** A raw message with this Message-ID in place of its own, or before everything else where it has none. */
export function withMessageId(raw: Buffer, messageId: string): Buffer {
  const end = endOfHeaders(raw);
  const head = raw.toString("latin1", 0, end);
  const line = `Message-ID: ${messageId}`;
  let found = false;
  const replaced = head.replace(FIELD, (_, ending: string) => {
    if (found) return "";
    found = true;
    return `${line}${ending}`;
  });
  const written = found ? replaced : `${line}\r\n${head}`;
  return Buffer.concat([Buffer.from(written, "latin1"), raw.subarray(end)]);
}

function endOfHeaders(raw: Buffer): number {
  const head = raw.subarray(0, MAX_BLOCK_BYTES);
  const ends = [head.indexOf("\n\r\n"), head.indexOf("\n\n")].filter((at) => at >= 0);
  return ends.length === 0 ? head.length : Math.min(...ends) + 1;
}
