import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** The ways in which an endpoint of a customer can be bad. */
export const BAD_WAYS = ["slow", "dripping", "hanging", "endless"] as const;
export type BadWay = (typeof BAD_WAYS)[number];

/** An endpoint that answers well, or in one bad way, as it is told. */
export interface BadReceiver {
  url: string;
  behave(isGood: boolean): void;
  requests(): number;
  /** Bytes of answers that it got rid of. */
  saidBytes(): number;
  close(): Promise<void>;
}

const SLOW_MS = 12_000;
const DRIP_MS = 500;
const PIECE = Buffer.alloc(64 * 1024, "x");
/** Between two pieces, for a line of 60 MB/s: an endless answer is not to take the processor that the worker needs. */
const PIECE_MS = 1;
const ENDLESS_BYTES = 1024 ** 3;

export async function startBadReceiver(way: BadWay): Promise<BadReceiver> {
  let [isGood, requests, saidBytes] = [true, 0, 0];
  const say = (response: ServerResponse, piece: Buffer): Promise<void> => {
    saidBytes += piece.length;
    return response.write(piece) ? Promise.resolve() : drained(response);
  };
  const ways: Record<BadWay, (response: ServerResponse) => Promise<unknown>> = {
    slow: async (response) => {
      await sleep(SLOW_MS);
      response.end();
    },
    dripping: async (response) => {
      response.writeHead(200, { "content-length": "100000" });
      while (!response.destroyed) {
        await say(response, Buffer.from("x"));
        await sleep(DRIP_MS);
      }
    },
    hanging: async () => undefined,
    endless: async (response) => {
      response.writeHead(200, { "content-length": String(ENDLESS_BYTES) });
      for (let said = 0; said < ENDLESS_BYTES && !response.destroyed; said += PIECE.length) {
        await say(response, PIECE);
        await sleep(PIECE_MS);
      }
      response.end();
    },
  };
  const server = createServer((request, response) => {
    requests += 1;
    request.resume();
    response.on("error", () => undefined);
    if (isGood) response.end();
    else void ways[way](response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    behave: (wanted) => void (isGood = wanted),
    requests: () => requests,
    saidBytes: () => saidBytes,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Or broken off. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
    if (response.destroyed) done();
  });
}
