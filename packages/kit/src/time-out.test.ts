import { once } from "node:events";
import net from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { timeOut } from "./time-out";

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Keeps this thread busy. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe("timeOut", () => {
  test("fires after its time", async () => {
    const begun = performance.now();
    await new Promise<void>((resolve) => timeOut(20, resolve));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(19);
  });

  test("counts from now, not from the beginning of a long turn", async () => {
    await new Promise<void>((resolve) => setTimeout(resolve, 1));
    block(60);
    const begun = performance.now();
    await new Promise<void>((resolve) => timeOut(50, resolve));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(49);
  });

  test("reads what came in while the thread was busy before it fires", async () => {
    const server = net.createServer().listen(0, "127.0.0.1");
    servers.push(server);
    await once(server, "listening");
    const seen: string[] = [];
    // A turn's input comes after its timers: both begin in the same turn and are due in the next.
    await new Promise<void>((resolve) => {
      const socket = net.connect((server.address() as AddressInfo).port, "127.0.0.1");
      socket.once("connect", () => {
        seen.push("connected");
        socket.destroy();
      });
      timeOut(20, () => {
        seen.push("expired");
        resolve();
      });
      block(60);
    });
    expect(seen).toEqual(["connected", "expired"]);
  });

  test("does not fire once it is called off, in the turn of its time neither", async () => {
    let fired = 0;
    const early = timeOut(5, () => fired++);
    early();
    const late = timeOut(5, () => fired++);
    const sameTurn = new Promise<void>((resolve) => setTimeout(resolve, 5));
    block(20);
    await sameTurn;
    late();
    await new Promise<void>((resolve) => setTimeout(resolve, 20));
    expect(fired).toBe(0);
  });
});
