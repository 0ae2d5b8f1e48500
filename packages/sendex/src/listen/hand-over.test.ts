import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import type { Answer } from "./forward";
import { openForward } from "./forward";
import { handOver } from "./hand-over";

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const EVENT = { kind: "event", id: "evt_1", type: "email.sent", body: '{"a":"ü"}' } as const;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Serve = (response: ServerResponse, request: IncomingMessage, body: string) => void;

/** On a port; each request goes to the next of `serve`, afterwards to the last again. */
async function listen(port: number, ...serve: Serve[]): Promise<URL> {
  server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => (body += piece));
    request.on("end", () => (serve.length > 1 ? serve.shift() : serve[0])?.(response, request, body));
  });
  await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
}

function handing(
  target: URL,
  waits: (answer: Answer) => void = () => undefined,
  signal = new AbortController().signal,
) {
  return {
    forward: openForward(target),
    secret: SECRET,
    clock: () => new Date(),
    signal,
    waits: (_: unknown, answer: Answer) => waits(answer),
  };
}

test("an event is posted with its headers and its very body, and any status is an answer", async () => {
  const got: { method?: string | undefined; type?: string | undefined; id?: unknown; body: string }[] = [];
  const target = await listen(0, (response, { method, headers }, body) => {
    got.push({ method, type: headers["content-type"], id: headers["webhook-id"], body });
    response.writeHead(500).end("no");
  });
  expect(await handOver(handing(target), EVENT)).toMatchObject({ kind: "answered", status: 500 });
  expect(got).toEqual([{ method: "POST", type: "application/json", id: "evt_1", body: EVENT.body }]);
});

test("a redirect is an answer, and is not followed", async () => {
  const target = await listen(0, (response) => response.writeHead(302, { location: "/elsewhere" }).end());
  expect(await handOver(handing(target), EVENT)).toMatchObject({ status: 302 });
});

test("while nobody listens the event waits, and comes once somebody does", async () => {
  const target = await listen(0, (response) => response.end());
  server?.close();
  const waited: Answer[] = [];
  const reopen = (answer: Answer): void => {
    waited.push(answer);
    if (waited.length === 2) void listen(Number(target.port), (response) => response.end());
  };
  expect(await handOver(handing(target, reopen), EVENT)).toMatchObject({ kind: "answered", status: 200 });
  expect(waited[0]).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("ECONNREFUSED") });
});

test("a receiver that breaks off gets it three times", async () => {
  let tries = 0;
  const target = await listen(0, (response) => {
    tries += 1;
    response.destroy();
  });
  expect(await handOver(handing(target), EVENT)).toMatchObject({ kind: "silent" });
  expect(tries).toBe(3);
});

test("one that does not answer in time has broken off", async () => {
  const target = await listen(0, () => undefined);
  const forward = openForward(target, 50);
  expect(await forward({}, "{}", new AbortController().signal)).toEqual({
    kind: "silent",
    reason: "no answer in 0.05 s",
  });
});

test("stopping ends it at once, in a wait and in a request", async () => {
  const stop = new AbortController();
  const waiting = await listen(0, () => stop.abort());
  expect(await handOver(handing(waiting, undefined, stop.signal), EVENT)).toBeUndefined();
  const refused = new AbortController();
  const nobody = new URL("http://127.0.0.1:1/");
  expect(
    await handOver(
      handing(nobody, () => refused.abort(), refused.signal),
      EVENT,
    ),
  ).toBeUndefined();
});
