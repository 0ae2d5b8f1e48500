import { afterEach, describe, expect, test } from "@jest/globals";
import http from "node:http";
import net from "node:net";
import type { AddressInfo } from "node:net";
import { openPost } from "../src/http";

const closers: (() => void)[] = [];
afterEach(() => {
  closers.splice(0).forEach((close) => {
    close();
  });
});

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void;

/** A receiver on loopback; `port`, how many connections it got, and what it was asked. */
async function receiver(handler: Handler) {
  const asked: { headers: http.IncomingHttpHeaders; url: string | undefined; body: string }[] = [];
  const connections = new Set<net.Socket>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ headers: request.headers, url: request.url, body });
      handler(request, response, body);
    });
  });
  server.on("connection", (socket) => connections.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}/hook?a=b`, asked, connections };
}

const hello = (url: string) => ({ url, headers: { "content-type": "application/json" }, body: '{"é":1}' });
const ok: Handler = (_request, response) => void response.end("thanks");
const local = { allowLocal: true };

describe("a POST", () => {
  test("carries headers, query and body, and tells status, answer and time", async () => {
    const { url, asked } = await receiver(ok);
    expect(await openPost(local)(hello(url))).toEqual({
      kind: "answered",
      status: 200,
      body: "thanks",
      ms: expect.any(Number),
    });
    expect(asked[0]).toMatchObject({
      url: "/hook?a=b",
      body: '{"é":1}',
      headers: { "content-type": "application/json", "content-length": "8" },
    });
  });

  test("keeps its connection for the next", async () => {
    const { url, connections } = await receiver(ok);
    const post = openPost(local);
    for (let n = 0; n < 5; n++) await post(hello(url));
    expect(connections.size).toBe(1);
  });

  test("goes again over a fresh connection where the kept one was closed under it", async () => {
    let requests = 0;
    const { url } = await receiver((request, response) => {
      if (++requests === 2) return request.socket.resetAndDestroy();
      return response.end("thanks");
    });
    const post = openPost(local);
    await post(hello(url));
    expect(await post(hello(url))).toMatchObject({ kind: "answered", status: 200 });
    expect(requests).toBe(3);
  });

  test("reaches localhost by name where local ones are allowed", async () => {
    const { port } = await receiver(ok);
    const outcome = await openPost(local)(hello(`http://localhost:${port}/`));
    expect(outcome).toMatchObject({ kind: "answered", status: 200 });
  });

  test("follows no redirect", async () => {
    const target = await receiver(ok);
    const { url } = await receiver((_request, response) =>
      response.writeHead(302, { location: target.url }).end(),
    );
    expect(await openPost(local)(hello(url))).toMatchObject({ kind: "answered", status: 302 });
    expect(target.asked).toHaveLength(0);
  });
});

describe("the guard", () => {
  test.each([
    "http://127.0.0.1/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://169.254.169.254/latest/meta-data",
    "https://[::7f00:1]/",
    "https://u:p@hooks.example.test/",
    "not a URL",
  ])("refuses %s without connecting", async (url) => {
    expect(await openPost()(hello(url))).toMatchObject({ kind: "refused" });
  });

  test.each([
    ["a private address", ["10.0.0.1"]],
    ["a metadata address", ["169.254.169.254"]],
    ["loopback", ["127.0.0.1"]],
    ["one bad address among good ones", ["8.8.8.8", "2606:4700::1111", "::1"]],
    ["a private address in IPv6", ["64:ff9b::a00:1"]],
    ["something that is no address", ["example.test"]],
  ])("refuses a name with %s", async (_name, addresses) => {
    const post = openPost({ resolve: () => Promise.resolve(addresses) });
    expect(await post(hello("https://hooks.example.test/"))).toMatchObject({ kind: "refused" });
  });

  test("asks for the addresses once and connects to those: a second answer leads nowhere", async () => {
    const { port, asked } = await receiver(ok);
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    let asks = 0;
    const post = openPost({ ...local, resolve: () => Promise.resolve(answers[asks++] ?? []) });
    const outcome = await post(hello(`http://rebind.test:${port}/`));
    expect(outcome).toMatchObject({ kind: "answered", status: 200 });
    expect([asks, asked.length, asked[0]?.headers.host]).toEqual([1, 1, `rebind.test:${port}`]);
  });

  test("asks again for each new connection", async () => {
    const { port } = await receiver((_request, response) =>
      response.setHeader("connection", "close").end("ok"),
    );
    const answers = [["127.0.0.1"], ["10.0.0.1"]];
    const post = openPost({ ...local, resolve: () => Promise.resolve(answers.shift() ?? []) });
    expect((await post(hello(`http://rebind.test:${port}/`))).kind).toBe("answered");
    expect((await post(hello(`http://rebind.test:${port}/`))).kind).toBe("refused");
  });
});

describe("failures", () => {
  test("a name without addresses", async () => {
    const post = openPost({ resolve: () => Promise.reject(new Error("queryA ENOTFOUND")) });
    expect(await post(hello("https://nowhere.test/"))).toMatchObject({
      kind: "failed",
      detail: "queryA ENOTFOUND",
    });
    const empty = openPost({ resolve: () => Promise.resolve([]) });
    expect((await empty(hello("https://nowhere.test/"))).kind).toBe("failed");
  });

  test("a name server that never answers", async () => {
    const post = openPost({ resolve: () => new Promise(() => undefined), timeoutMs: 100 });
    expect(await post(hello("https://slow.test/"))).toMatchObject({
      kind: "failed",
      detail: "No answer within 100 ms",
    });
  });

  test("a refused connection", async () => {
    const { url } = await receiver(ok);
    closers.splice(0).forEach((close) => {
      close();
    });
    expect((await openPost(local)(hello(url))).kind).toBe("failed");
  });

  test("a reset, asked only once over a fresh connection", async () => {
    const { url, asked } = await receiver((request) => request.socket.resetAndDestroy());
    expect((await openPost(local)(hello(url))).kind).toBe("failed");
    expect(asked).toHaveLength(1);
  });

  test("a header that cannot be sent", async () => {
    const { url } = await receiver(ok);
    const outcome = await openPost(local)({ url, headers: { "x-a": "b\r\nc: d" }, body: "" });
    expect(outcome.kind).toBe("failed");
  });

  test("plain HTTP where TLS was asked for", async () => {
    const { port } = await receiver(ok);
    expect((await openPost(local)(hello(`https://127.0.0.1:${port}/`))).kind).toBe("failed");
  });
});

describe("bad receivers", () => {
  test("one that hangs is given up after the time", async () => {
    const { url, connections } = await receiver(() => undefined);
    const outcome = await openPost({ ...local, timeoutMs: 150 })(hello(url));
    expect(outcome).toMatchObject({ kind: "failed", detail: "No answer within 150 ms" });
    expect(outcome.ms).toBeLessThan(10_000);
    for (const socket of connections) {
      if (!socket.destroyed) await new Promise((resolve) => socket.once("close", resolve));
    }
  });

  test("one that drips is cut off after the time; its status counts", async () => {
    const { url } = await receiver((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 20);
      closers.push(() => {
        clearInterval(drip);
      });
    });
    const outcome = await openPost({ ...local, timeoutMs: 200 })(hello(url));
    expect(outcome).toMatchObject({ kind: "answered", status: 200, body: expect.stringMatching(/^\.+$/) });
    expect(outcome.ms).toBeLessThan(10_000);
  });

  test("one that drips its headers is given up", async () => {
    const server = net.createServer((socket) => {
      socket.on("error", () => undefined);
      socket.write("HTTP/1.1 200 OK\r\nx-a: ");
      const drip = setInterval(() => socket.write("."), 20);
      closers.push(() => {
        clearInterval(drip);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const outcome = await openPost({ ...local, timeoutMs: 200 })(hello(`http://127.0.0.1:${port}/`));
    expect(outcome.kind).toBe("failed");
  });

  test("an endless answer is cut at 64 KB; its status counts", async () => {
    let written = 0;
    const { url } = await receiver((_request, response) => {
      const chunk = "x".repeat(16 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
      };
      response.writeHead(500).on("drain", more);
      more();
    });
    const outcome = await openPost(local)(hello(url));
    expect(outcome).toMatchObject({ kind: "answered", status: 500 });
    expect(outcome.kind === "answered" && outcome.body.length).toBe(64 * 1024);
    expect(written).toBeLessThan(50 * 1024 * 1024);
  });

  test("an answer cut short still has its status", async () => {
    const { url } = await receiver((request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("half");
      setImmediate(() => request.socket.destroy());
    });
    expect(await openPost(local)(hello(url))).toMatchObject({ kind: "answered", status: 200, body: "half" });
  });

  test("a slow one's connections are bounded, and others are not held up", async () => {
    const slow = await receiver(() => undefined);
    const quick = await receiver(ok);
    const post = openPost({ ...local, maxSocketsPerHost: 2, timeoutMs: 60_000 });
    const waiting = Array.from({ length: 30 }, () => post(hello(slow.url)));
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => post(hello(quick.url))));
    expect(outcomes.every(({ kind }) => kind === "answered")).toBe(true);
    expect(slow.connections.size).toBe(2);
    closers.splice(0).forEach((close) => {
      close();
    });
    for (const outcome of await Promise.all(waiting)) expect(outcome.kind).toBe("failed");
  });
});
