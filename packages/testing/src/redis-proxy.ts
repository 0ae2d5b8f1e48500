import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Proxy {
  url: string;
  /** Passes nothing on any more; connections stay open, as with a stopped server. */
  hang(): void;
  /** What is asked still arrives, and no answer comes back. */
  mute(): void;
  /** Closes every connection and refuses new ones. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** A TCP proxy before Redis or PostgreSQL, so that a test can have an outage of its own. */
export async function openProxy(target: string): Promise<Proxy> {
  const url = new URL(target);
  const { hostname, port } = url;
  const sockets = new Set<Socket>();
  let mode: "open" | "hung" | "mute" | "cut" = "open";

  const server = createServer((near) => {
    if (mode === "cut") return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      const passes = () => mode === "open" || (mode === "mute" && from === near);
      from.on("data", (bytes) => passes() && to.write(bytes));
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const near = Object.assign(url, { host: `127.0.0.1:${address.port}` });
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: near.href,
    hang: () => (mode = "hung"),
    mute: () => (mode = "mute"),
    cut: () => {
      mode = "cut";
      drop();
    },
    restore: () => {
      mode = "open";
      drop();
    },
    close: () => {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
