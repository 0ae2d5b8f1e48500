import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Where everything of a home start listens. */
export const LOOPBACK = "127.0.0.1";

/** Below what systems give to outgoing connections, which could take a server's port while it restarts. */
const QUIET_PORTS = [20_000, 32_000] as const;

/** A port of this address that nothing listens on: `wanted` when it is free, else any. */
export async function freePort(host: string, wanted = 0): Promise<number> {
  const asWanted = wanted === 0 ? undefined : await tryPort(host, wanted);
  return asWanted ?? (await anyPort(host));
}

/** Whether something else listens on the port. */
export async function isTaken(host: string, port: number): Promise<boolean> {
  return (await tryPort(host, port)) === undefined;
}

/** Several different free ports; `wanted[name]` is kept where it is free (0: any). */
export async function freePorts<Name extends string>(
  host: string,
  wanted: Record<Name, number>,
): Promise<Record<Name, number>> {
  const chosen = { ...wanted };
  const used = new Set<number>();
  for (const name in wanted) {
    let port = await freePort(host, used.has(wanted[name]) ? 0 : wanted[name]);
    while (used.has(port)) port = await anyPort(host);
    used.add(port);
    chosen[name] = port;
  }
  return chosen;
}

async function anyPort(host: string): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await tryPort(host, randomInt(...QUIET_PORTS));
    if (port !== undefined) return port;
  }
  const port = await tryPort(host, 0);
  if (port === undefined) throw new Error(`No free port on ${host}.`);
  return port;
}

function tryPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
