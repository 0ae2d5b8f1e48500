/** One block of a stream of server-sent events. Source: HTML Living Standard, 9.2.6 "Interpreting an event stream". */
export interface Block {
  id?: string;
  event?: string;
  /** Absent: it is no event. */
  data?: string;
}

/**
 * The blocks of a response's body, as they come; ends with it, and rejects where it breaks. With a reader, as not every
 * browser has streams that can be iterated over.
 */
export async function* readBlocks(body: ReadableStream<Uint8Array>): AsyncGenerator<Block> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    let rest = "";
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      // A CR at the end may be the first half of a line's end.
      const text = (rest + decoder.decode(read.value, { stream: true })).replace(/\r\n|\r(?!$)/g, "\n");
      const blocks = text.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield readBlock(block);
    }
  } finally {
    // Its reader may leave in the middle.
    reader.cancel().catch(() => undefined);
  }
}

function readBlock(text: string): Block {
  const block: Block = {};
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "id" || name === "event") block[name] = value;
    if (name === "data") block.data = block.data === undefined ? value : `${block.data}\n${value}`;
  }
  return block;
}
