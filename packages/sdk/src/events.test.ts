import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Client, openSendex } from "./client";
import { SendexApiError } from "./errors";
import type { StreamedEvent } from "./events";

type Serve = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let client: Client;
let asked: { url: string; lastEventId: string | undefined }[];
/** One a connection; afterwards the last again. */
let serve: Serve[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", lastEventId: String(request.headers["last-event-id"] ?? "") });
    const next = serve.length > 1 ? serve.shift() : serve[0];
    next?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  client = openSendex({ apiKey: "sk_test_1", baseUrl: `http://127.0.0.1:${port}` });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const stream = (response: ServerResponse, text: string): ServerResponse => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(text);
  return response;
};
const event = (id: string, data: object = {}): string => {
  const body = {
    event: "email.sent",
    type: "email.sent",
    created_at: "2026-03-05T12:00:00.000Z",
    mode: "test",
  };
  return `id: ${id}\nevent: email.sent\ndata: ${JSON.stringify({ ...body, data })}\n\n`;
};

async function take(count: number, options?: Parameters<Client["events"]["stream"]>[0]) {
  const taken: StreamedEvent[] = [];
  for await (const one of client.events.stream(options)) {
    taken.push(one);
    if (taken.length === count) break;
  }
  return taken;
}

test("events come as webhooks tell them, without comments and ids alone", async () => {
  serve = [
    (response) =>
      stream(response, `retry: 2000\nid: evt_0\n\n: heartbeat\n\n${event("evt_1", { id: "msg_1" })}`),
  ];
  const [first] = await take(1, { events: ["email.sent", "email.bounced"], lastEventId: "evt_0" });
  expect(first).toEqual({
    id: "evt_1",
    type: "email.sent",
    created_at: "2026-03-05T12:00:00.000Z",
    mode: "test",
    data: { id: "msg_1" },
  });
  expect(asked).toEqual([
    { url: "/api/v1/events/stream?events=email.sent%2Cemail.bounced", lastEventId: "evt_0" },
  ]);
});

test("a line may end in any of three ways, and come in pieces", async () => {
  serve = [
    (response) => {
      const text = event("evt_1").replaceAll("\n", "\r\n") + event("evt_2").replaceAll("\n", "\r");
      stream(response, text.slice(0, 10));
      for (const piece of text.slice(10).match(/[^]{1,7}/g) ?? []) response.write(piece);
      response.write(event("evt_3"));
    },
  ];
  expect((await take(3)).map(({ id }) => id)).toEqual(["evt_1", "evt_2", "evt_3"]);
});

test("a connection that breaks is made again from the last id, and what is repeated comes once", async () => {
  serve = [
    (response) => {
      stream(response, event("evt_1") + event("evt_2"));
      setImmediate(() => response.destroy());
    },
    (response) => void response.writeHead(503, { "retry-after": "0" }).end("{}"),
    (response) => stream(response, event("evt_1") + event("evt_2") + event("evt_3")),
  ];
  expect((await take(3)).map(({ id }) => id)).toEqual(["evt_1", "evt_2", "evt_3"]);
  expect(asked.map(({ lastEventId }) => lastEventId)).toEqual(["", "evt_2", "evt_2"]);
});

test("a refusal that waiting does not mend is thrown", async () => {
  const body = JSON.stringify({ error: "forbidden", message: "No." });
  serve = [(response) => void response.writeHead(403).end(body)];
  await expect(take(1)).rejects.toMatchObject({ status: 403, error: "forbidden" });
  await expect(take(1)).rejects.toBeInstanceOf(SendexApiError);
});

test("a signal ends it, and whoever stops reading leaves no connection", async () => {
  const closed: Promise<unknown>[] = [];
  serve = [
    (response) => {
      closed.push(new Promise((resolve) => response.on("close", resolve)));
      stream(response, event("evt_1"));
    },
  ];
  await take(1);
  await Promise.all(closed);
  const stop = new AbortController();
  for await (const { id } of client.events.stream({ signal: stop.signal })) {
    expect(id).toBe("evt_1");
    stop.abort();
  }
});
