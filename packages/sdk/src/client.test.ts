import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Client, openSendex } from "./client";
import { SendexApiError, SendexConnectionError } from "./errors";

interface Asked {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}
interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

let server: Server;
let url: string;
let asked: Asked[];
/** Given one a request; afterwards the last again. "cut" ends the connection. */
let answers: (Answer | "cut" | "hang")[];

beforeEach(async () => {
  [asked, answers] = [[], []];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      const { method, url: path, headers } = request;
      asked.push({ method, url: path, headers, body });
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? ok;
      if (answer === "cut") request.socket.destroy();
      else if (answer !== "hang") response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ok: Answer = { status: 202, body: JSON.stringify({ id: "msg_1", status: "queued" }) };
const busy: Answer = {
  status: 503,
  headers: { "retry-after": "0" },
  body: JSON.stringify({ error: "service_unavailable", message: "Later." }),
};
const email = { from: "a@example.com", to: "b@example.com", subject: "Hi", text: "Hello" };

function open(options: { timeoutMs?: number; maxRetries?: number } = {}): Client {
  return openSendex({ apiKey: "sk_test_1", baseUrl: `${url}/`, ...options });
}

describe("a call", () => {
  test("goes to its path with the key, and brings the parsed answer", async () => {
    expect(await open().emails.send(email, { idempotencyKey: "k", headers: { "x-a": "1" } })).toEqual({
      id: "msg_1",
      status: "queued",
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: "POST",
      url: "/api/v1/emails",
      body: JSON.stringify(email),
      headers: {
        authorization: "Bearer sk_test_1",
        "content-type": "application/json",
        "idempotency-key": "k",
        "x-a": "1",
      },
    });
  });

  test("escapes what stands in the path, and writes a query without what is undefined", async () => {
    await open().emails.get("a/b");
    await open().messages.list({ limit: 5, q: "a&b", after: undefined });
    expect(asked.map(({ url: path }) => path)).toEqual([
      "/api/v1/emails/a%2Fb",
      "/v1/messages?limit=5&q=a%26b",
    ]);
    expect(asked[0]?.headers).not.toHaveProperty("content-type");
  });
});

describe("a refusal", () => {
  test("is an error that says what was wrong", async () => {
    const errors = [{ field: "to", code: "format", message: "to must be an email address." }];
    answers = [
      {
        status: 400,
        headers: { "x-request-id": "r1" },
        body: JSON.stringify({ error: "bad_request", message: "No.", errors }),
      },
    ];
    const refusal = await open()
      .emails.send(email)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SendexApiError);
    expect(refusal).toMatchObject({
      status: 400,
      error: "bad_request",
      message: "No.",
      fields: errors,
      requestId: "r1",
    });
    expect(asked).toHaveLength(1);
  });

  test("may be in a proxy's words", async () => {
    answers = [{ status: 502, body: "<html>" }];
    await expect(open().emails.get("x")).rejects.toMatchObject({ status: 502, error: "unknown", fields: [] });
  });
});

describe("trouble that passes", () => {
  test("is tried again with the same idempotency key", async () => {
    answers = [busy, busy, ok];
    await expect(open().emails.send(email)).resolves.toMatchObject({ id: "msg_1" });
    const keys = asked.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("is reported when it does not pass", async () => {
    answers = [busy];
    await expect(open({ maxRetries: 1 }).emails.send(email)).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(2);
  });

  test("is not tried again where that could do something twice", async () => {
    answers = [busy];
    const webhook = open().webhooks.create({ endpoint: "https://example.com" });
    await expect(webhook).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(1);
  });

  test("may be no answer at all", async () => {
    answers = ["cut"];
    await expect(open({ maxRetries: 0 }).emails.get("x")).rejects.toBeInstanceOf(SendexConnectionError);
    answers = ["hang"];
    const late = open({ maxRetries: 0, timeoutMs: 50 }).emails.get("x");
    await expect(late).rejects.toBeInstanceOf(SendexConnectionError);
  });

  test("ends with the caller's patience", async () => {
    answers = ["hang"];
    const signal = AbortSignal.timeout(50);
    await expect(open().emails.get("x", { signal })).rejects.toBeInstanceOf(SendexConnectionError);
    // The first may have ended before it arrived.
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
