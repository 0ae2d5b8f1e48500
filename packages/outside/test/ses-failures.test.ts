import { afterEach, describe, expect, test } from "@jest/globals";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { readFileSync } from "node:fs";
import path from "node:path";
import { openSes } from "../src/ses";
import { closers, fakeSes, listen, mail, OK_V1, open, say } from "./fake-ses";
import type { Seen } from "./fake-ses";

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe("an outcome that nobody knows", () => {
  test.each([
    ["200 without an id", say(200, OK_V1.replace("0100-abc", ""))],
    ["200 with garbage", say(200, "}{ not xml")],
    ["200 with an empty body", say(200, "")],
    ["500 with a proxy's page", say(500, "<html><body>Bad gateway</body></html>")],
    ["404 with a proxy's page", say(404, "<html><body>Not here</body></html>")],
    ["503 with nothing", say(503, "")],
    ["500 with garbage", say(500, "<<<")],
    ["a redirect", say(302, "", { location: "http://127.0.0.1:1/" })],
    ["a reset after the request", (_: Seen, r: http.ServerResponse) => void r.socket?.resetAndDestroy()],
    ["a silent close after the request", (_: Seen, r: http.ServerResponse) => void r.socket?.destroy()],
    [
      "an answer cut in its middle",
      (_: Seen, r: http.ServerResponse) => {
        r.writeHead(200, { "content-length": "5000" }).write(OK_V1);
        setImmediate(() => r.socket?.destroy());
      },
    ],
    ["an endless answer", (_: Seen, r: http.ServerResponse) => void r.end("x".repeat(3_000_000))],
  ])("%s", async (_name, answer) => {
    const { ses, seen } = await fakeSes(answer);
    expect(await ses.send(mail())).toMatchObject({ kind: "unknown" });
    expect(seen).toHaveLength(1);
  });

  test("no answer in time: aborted for good, and the slot is free again", async () => {
    const { ses, seen, sockets } = await fakeSes(() => undefined);
    const answer = await ses.send(mail({ timeoutMs: 200 }));
    expect(answer).toMatchObject({ kind: "unknown", detail: "No answer within 200 ms" });
    const [socket] = sockets;
    if (socket && !socket.destroyed) await new Promise((resolve) => socket.once("close", resolve));
    expect(seen).toHaveLength(1);
  });

  test("a reset on a kept-alive connection", async () => {
    let calls = 0;
    const { ses, seen } = await fakeSes((one, response) =>
      ++calls === 1 ? say(200, OK_V1)(one, response) : void response.socket?.resetAndDestroy(),
    );
    expect((await ses.send(mail())).kind).toBe("sent");
    expect((await ses.send(mail())).kind).toBe("unknown");
    expect(seen).toHaveLength(2);
  });
});

describe("a mail that was certainly not sent", () => {
  test("connection refused", async () => {
    const server = net.createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const answer = await open(`http://127.0.0.1:${port}`).send(mail());
    expect(answer).toMatchObject({ kind: "retry", code: "ECONNREFUSED", alert: false });
  });

  test("a host that does not resolve", async () => {
    const answer = await open("http://nowhere.invalid").send(mail());
    expect(answer).toMatchObject({ kind: "retry", code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
  });

  test("a TLS handshake that never ends is given up within the connect bound", async () => {
    const port = await listen(net.createServer((socket) => closers.push(() => socket.destroy())));
    const answer = await open(`https://127.0.0.1:${port}`).send(mail({ timeoutMs: 10_000 }));
    expect(answer).toMatchObject({ kind: "retry", detail: "No connection within 2000 ms" });
  });

  test("a certificate that nobody vouches for; the server sees no request", async () => {
    const fixtures = path.join(__dirname, "fixtures");
    let requests = 0;
    const server = https.createServer(
      {
        key: readFileSync(path.join(fixtures, "signer.key.pem")),
        cert: readFileSync(path.join(fixtures, "signer.cert.pem")),
      },
      () => requests++,
    );
    const port = await listen(server);
    expect(await open(`https://127.0.0.1:${port}`).send(mail())).toMatchObject({ kind: "retry" });
    expect(requests).toBe(0);
  });

  test("time ran out while waiting for a free socket", async () => {
    let asked = 0;
    const port = await listen(http.createServer(() => asked++));
    const ses = openSes({ region: "eu-west-1", endpoint: `http://127.0.0.1:${port}`, maxSockets: 1 });
    closers.push(() => {
      ses.close();
    });
    const first = ses.send(mail({ timeoutMs: 600 }));
    const second = await ses.send(mail({ timeoutMs: 200 }));
    expect(second).toMatchObject({ kind: "retry" });
    expect(await first).toMatchObject({ kind: "unknown" });
    expect(asked).toBe(1);
  });
});
