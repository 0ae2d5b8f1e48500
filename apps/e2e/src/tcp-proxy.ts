import { once } from "node:events";
import { createServer, type Server, type Socket, connect } from "node:net";

/** A proxy between a process and a service, to be cut. */
export interface TcpProxy {
  port: number;
  /** Connections break, and new ones are refused: the service is gone. */
  cut(): Promise<void>;
  /** Connections stay, new ones are taken, and nothing moves: the service hangs. */
  hang(): void;
  /** Everything flows again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

interface Pair {
  client: Socket;
  server: Socket | undefined;
}

export async function startProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let hanging = false;
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    const pair: Pair = { client, server: undefined };
    pairs.add(pair);
    client.on("error", () => undefined);
    client.once("close", () => {
      pairs.delete(pair);
      pair.server?.destroy();
    });
    if (!hanging) join(pair, target);
  });
  await listen(listener, 0);
  const port = portOf(listener);
  return {
    port,
    async cut() {
      if (listener.listening) listener.close();
      for (const { client } of pairs) client.destroy();
    },
    hang() {
      hanging = true;
      for (const { client, server } of pairs) {
        client.pause();
        server?.pause();
      }
    },
    async mend() {
      hanging = false;
      if (!listener.listening) await listen(listener, port);
      for (const pair of pairs) {
        if (!pair.server) join(pair, target);
        pair.client.resume();
        pair.server?.resume();
      }
    },
    async close() {
      if (listener.listening) listener.close();
      for (const { client } of pairs) client.destroy();
    },
  };
}

function join(pair: Pair, target: { host: string; port: number }): void {
  const { client } = pair;
  const server = connect(target);
  pair.server = server;
  server.on("error", () => client.destroy());
  server.once("close", () => client.destroy());
  client.on("data", (data) => server.write(data));
  server.on("data", (data) => client.write(data));
  client.resume();
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("not listening on a port");
  return address.port;
}
