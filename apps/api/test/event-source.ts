import type { IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { startServer } from "@sendex/api/http/server";
import { until } from "@sendex/testing/until";
import type { SeededAccount } from "@sendex/testing/accounts";
import type { Express } from "express";

/** An event of a stream as it came, its data parsed; a block without data is a comment or an id. */
export interface Block {
  id?: string;
  event?: string;
  data?: { event: string; mode: string; data: { id: string; recipient: string } };
  comment?: string;
}

export interface EventSource {
  status: number;
  headers: Headers;
  blocks: Block[];
  /** Those that are events, in the order they came. */
  events(): Block[];
  /** Waits until an event of this name about this message has come. */
  heard(name: string, messageId: string): Promise<Block>;
  ended: Promise<void>;
  close(): void;
}

export interface Streaming {
  /** With the full key, unless it is given another, or none. */
  open(
    path?: string,
    options?: { key?: string | null; headers?: Record<string, string> },
  ): Promise<EventSource>;
  close(): Promise<void>;
}

/** A server of its own for an API, as streams do not end by themselves. */
export async function openStreaming({
  app,
  tenant,
}: {
  app: Express;
  tenant: SeededAccount;
}): Promise<Streaming> {
  const server = await startServer(app, { host: "127.0.0.1", port: 0 });
  const sources = new Set<EventSource>();
  return {
    async open(path = "/api/v1/events/stream", { key = tenant.keys.full, headers = {} } = {}) {
      const stop = new AbortController();
      const response = await fetch(`${server.url}${path}`, {
        headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
        signal: stop.signal,
      });
      const blocks: Block[] = [];
      const source: EventSource = {
        status: response.status,
        headers: response.headers,
        blocks,
        events: () => blocks.filter(({ data }) => data !== undefined),
        async heard(name, messageId) {
          let found: Block | undefined;
          await until(() => {
            found = blocks.find(({ event, data }) => event === name && data?.data.id === messageId);
            return found !== undefined;
          });
          return found ?? {};
        },
        ended: read(response, blocks),
        close: () => stop.abort(),
      };
      sources.add(source);
      return source;
    },
    async close() {
      for (const source of sources) source.close();
      await server.close(1_000);
    },
  };
}

async function read(response: Response, blocks: Block[]): Promise<void> {
  let rest = "";
  try {
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const texts = (rest + piece).split("\n\n");
      rest = texts.pop() ?? "";
      blocks.push(...texts.map(readBlock));
    }
  } catch {
    // The test ended it.
  }
}

function readBlock(text: string): Block {
  const block: Block = {};
  for (const line of text.split("\n")) {
    const [, name = "", value = ""] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (name === "") block.comment = value;
    if (name === "id" || name === "event") block[name] = value;
    if (name === "data") block.data = JSON.parse(value);
  }
  return block;
}

/**
 * For tests that ask every route: a parser of superagent's for the answer of one that streams, which is its head alone;
 * then the caller leaves.
 */
export function leaveStream(answer: unknown, done: (error: Error | null, body: unknown) => void): void {
  // What superagent hands on.
  const response = answer as IncomingMessage;
  if (response.headers["content-type"]?.startsWith("text/event-stream") !== true) {
    json(response).then(
      (body) => done(null, body),
      (error: unknown) => done(new Error("no JSON", { cause: error }), undefined),
    );
    return;
  }
  done(null, {});
  setImmediate(() =>
    response
      .removeAllListeners("error")
      .on("error", () => undefined)
      .destroy(),
  );
}
