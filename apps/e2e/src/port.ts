import { createServer } from "node:net";
import { randomInt } from "node:crypto";
import { ENVIRONMENT } from "./environment";

/** Below the range from which systems pick ports for outgoing connections, so that a restarted process finds its own again. */
const LOWEST = 20_000;
/** Each of Jest's workers has ports of its own: one that another gave away and that nobody listens on yet, looks free. */
const PORTS = 2_000;
const RANGES = 6;
const FIRST = LOWEST + (Number(ENVIRONMENT["JEST_WORKER_ID"] ?? 0) % RANGES) * PORTS;

const given = new Set<number>();

/** A port on loopback that nothing listens on, and that this process has not been given before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, FIRST + PORTS);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
