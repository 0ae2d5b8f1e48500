import { once } from "node:events";
import { createServer, type Server, type Socket, connect } from "node:net";

/** A line between a process and a service, to be cut. */
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

interface Line {
  client: Socket;
  server: Socket | undefined;
}

export async function startProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const lines = new Set<Line>();
  let hanging = false;
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    const line: Line = { client, server: undefined };
    lines.add(line);
    client.on("error", () => undefined);
    client.once("close", () => {
      lines.delete(line);
      line.server?.destroy();
    });
    if (!hanging) join(line, target);
  });
  await listen(listener, 0);
  const port = portOf(listener);
  return {
    port,
    async cut() {
      if (listener.listening) listener.close();
      for (const { client } of lines) client.destroy();
    },
    hang() {
      hanging = true;
      for (const { client, server } of lines) {
        client.pause();
        server?.pause();
      }
    },
    async mend() {
      hanging = false;
      if (!listener.listening) await listen(listener, port);
      for (const line of lines) {
        if (!line.server) join(line, target);
        line.client.resume();
        line.server?.resume();
      }
    },
    async close() {
      if (listener.listening) listener.close();
      for (const { client } of lines) client.destroy();
    },
  };
}

function join(line: Line, target: { host: string; port: number }): void {
  const { client } = line;
  const server = connect(target);
  line.server = server;
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
