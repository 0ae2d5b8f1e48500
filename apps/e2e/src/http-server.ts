import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";

export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** As it came. */
  body: string;
  /** When its last byte had come, in milliseconds since the epoch. */
  at: number;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface TestServer {
  url: string;
  close(): Promise<void>;
}

/** A server on loopback; `answer` sees each request with its whole body. */
export async function serve(
  answer: (request: ReceivedRequest) => Answer | Promise<Answer>,
): Promise<TestServer> {
  const server = createServer((request, response) => {
    void readRequest(request).then(async (received) => {
      const { status, headers = {}, body = "" } = await answer(received);
      response.writeHead(status, headers).end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("not listening on a port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const { method = "", url: path = "", headers } = request;
  const at = performance.timeOrigin + performance.now();
  return { method, path, headers, body: Buffer.concat(pieces).toString("utf8"), at };
}
