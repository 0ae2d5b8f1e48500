import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { followStream, type Told } from "./stream";

type Serve = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let apiUrl: string;
let asked: { url: string | undefined; after: unknown; key: unknown }[];
/** One a connection; afterwards the last again. */
let serve: Serve[];
let said: string[];
let position: string | undefined;

beforeEach(async () => {
  [asked, said, position] = [[], [], undefined];
  server = createServer((request, response) => {
    const { url, headers } = request;
    asked.push({ url, after: headers["last-event-id"], key: headers.authorization });
    (serve.length > 1 ? serve.shift() : serve[0])?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function take(count: number, events: string[] = []): Promise<Told[]> {
  const taken: Told[] = [];
  const watch = {
    opened: () => void said.push("opened"),
    lost: () => void said.push("lost"),
    tooOld() {
      said.push("too old");
      position = undefined;
    },
  };
  const { signal } = new AbortController();
  const connection = { apiKey: "sk_test_1", apiUrl };
  for await (const told of followStream({ connection, events, position: () => position, watch, signal })) {
    taken.push(told);
    position = told.id;
    if (taken.length === count) break;
  }
  return taken;
}

const begin = (response: ServerResponse, text: string): ServerResponse => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(text);
  return response;
};

test("events come with the text of their body, and ids alone are positions", async () => {
  const body = '{"b":1,  "a":2}';
  serve = [
    (response) =>
      begin(
        response,
        `retry: 2000\nid: evt_0\n\n: heartbeat\n\nid: evt_1\nevent: email.sent\ndata: ${body}\n\n`,
      ),
  ];
  expect(await take(2, ["email.sent", "email.bounced"])).toEqual([
    { kind: "position", id: "evt_0" },
    { kind: "event", id: "evt_1", type: "email.sent", body },
  ]);
  expect(asked).toEqual([
    {
      url: "/api/v1/events/stream?events=email.sent%2Cemail.bounced",
      after: undefined,
      key: "Bearer sk_test_1",
    },
  ]);
});

test("a connection that breaks is made again from the position", async () => {
  serve = [
    (response) => {
      begin(response, "id: evt_0\n\n");
      setImmediate(() => response.destroy());
    },
    (response) => begin(response, "id: evt_0\n\n"),
  ];
  await take(2);
  expect(asked.map(({ after }) => after)).toEqual([undefined, "evt_0"]);
  expect(said).toEqual(["opened", "lost", "opened"]);
});

test("where the position is too old, it begins anew", async () => {
  position = "evt_old";
  const errors = [{ field: "last_event_id", code: "out_of_range", message: "Too old." }];
  const refusal = JSON.stringify({ error: "bad_request", message: "Too old.", errors });
  serve = [
    (response) => response.writeHead(400).end(refusal),
    (response) => begin(response, "id: evt_9\n\n"),
  ];
  await take(1);
  expect(asked.map(({ after }) => after)).toEqual(["evt_old", undefined]);
  expect(said).toEqual(["too old", "opened"]);
});

test("a refusal that waiting does not mend is thrown", async () => {
  serve = [
    (response) => response.writeHead(401).end(JSON.stringify({ error: "unauthorized", message: "No." })),
  ];
  await expect(take(1)).rejects.toMatchObject({ status: 401, error: "unauthorized" });
});

test("whoever stops reading leaves no connection", async () => {
  const closed: Promise<unknown>[] = [];
  serve = [
    (response) => {
      closed.push(new Promise((resolve) => response.on("close", resolve)));
      begin(response, "id: evt_0\n\n");
    },
  ];
  await take(1);
  await Promise.all(closed);
});
