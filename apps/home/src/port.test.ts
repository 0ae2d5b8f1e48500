import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { freePort, freePorts, isTaken } from "./port";

const HOST = "127.0.0.1";
const open: Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe("freePort", () => {
  it("is the wanted one when nothing listens on it", async () => {
    const port = await freePort(HOST);
    expect(await freePort(HOST, port)).toBe(port);
  });

  it("is another one when the wanted one is taken", async () => {
    const taken = await listen();
    const port = await freePort(HOST, taken);
    expect(port).not.toBe(taken);
    expect(await isTaken(HOST, port)).toBe(false);
  });
});

describe("isTaken", () => {
  it("is true of a port that something listens on", async () => {
    expect(await isTaken(HOST, await listen())).toBe(true);
  });
});

describe("freePorts", () => {
  it("never gives one port to two names, even when they want the same", async () => {
    const wanted = await freePort(HOST);
    const ports = await freePorts(HOST, { a: wanted, b: wanted, c: 0 });
    expect(ports.a).toBe(wanted);
    expect(new Set(Object.values(ports)).size).toBe(3);
  });
});

function listen(): Promise<number> {
  const server = createServer();
  open.push(server);
  return new Promise((resolve, reject) => {
    server.listen(0, HOST, () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
      else reject(new Error("no address"));
    });
  });
}
