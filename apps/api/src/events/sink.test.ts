import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openSink } from "./sink";

let server: Server;
let port: number;
let serve: (response: ServerResponse) => void;
beforeAll(async () => {
  server = createServer((_, response) => {
    response.flushHeaders();
    serve(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A connection whose reader reads nothing. */
async function open(): Promise<{ reader: IncomingMessage; response: ServerResponse }> {
  const served = new Promise<ServerResponse>((resolve) => (serve = resolve));
  const reader = new Promise<IncomingMessage>((resolve, reject) =>
    get({ host: "127.0.0.1", port }, resolve).on("error", reject),
  );
  return { reader: await reader, response: await served };
}

const PIECE = "x".repeat(64 * 1024);

test("a reader that reads nothing is cut off", async () => {
  const { response } = await open();
  const sink = openSink(response);
  const closed = new Promise<void>((resolve) => sink.onClose(resolve));
  // More than any socket's buffers take.
  for (let i = 0; i < 1_000 && !response.destroyed; i += 1) {
    sink.write(PIECE);
    await new Promise(setImmediate);
  }
  await closed;
  expect(response.destroyed).toBe(true);
  sink.write(PIECE);
});

test("one that catches up is waited for, and one that leaves is not", async () => {
  const { reader, response } = await open();
  const sink = openSink(response);
  await sink.drained();
  while (!response.writableNeedDrain) sink.write(PIECE);
  const drained = sink.drained();
  reader.resume();
  await drained;
  expect(response.writableNeedDrain).toBe(false);
  reader.pause();
  while (!response.writableNeedDrain && !response.destroyed) sink.write(PIECE);
  const left = sink.drained();
  reader.destroy();
  await left;
});

test("whoever asks late hears at once that it is closed", async () => {
  const { reader, response } = await open();
  const sink = openSink(response);
  const closed = new Promise<void>((resolve) => sink.onClose(resolve));
  reader.destroy();
  await closed;
  await new Promise<void>((resolve) => sink.onClose(resolve));
  await sink.drained();
});
