import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";

export interface Received {
  headers: IncomingHttpHeaders;
  envelope: Record<string, string>;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Envelopes of notifications whose message is an event, with that event. */
  events(): { envelope: Record<string, string>; event: SesEvent }[];
  /** Statuses for the next requests; afterwards 200. 0 breaks the connection. */
  answerWith(...statuses: number[]): void;
  close(): Promise<void>;
}

export interface SesEvent extends Record<string, unknown> {
  eventType: string;
  mail: { messageId: string; destination: string[]; tags: Record<string, string[]> } & Record<
    string,
    unknown
  >;
}

/** A tiny stand-in for the subscriber: keeps what comes, answers as it is told. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const envelope = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, string>;
      received.push({ headers: request.headers, envelope });
      const status = statuses.shift() ?? 200;
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/ses-notifications`,
    received,
    events: () =>
      received
        .filter(({ envelope }) => envelope["Type"] === "Notification")
        .map(({ envelope }) => ({ envelope, event: JSON.parse(envelope["Message"] ?? "") as SesEvent })),
    answerWith: (...next) => void statuses.push(...next),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
