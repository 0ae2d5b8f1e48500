import { connect } from "node:net";
import { get, Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startServer } from "@sendex/api/http/server";
import express from "express";
import { openTestApi, type TestApi } from "./api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** Writes raw bytes and reads until the server ends the connection. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (piece) => (read += piece.toString()));
    socket.on("end", () => resolve(read)).on("error", reject);
  });
}

describe("startServer", () => {
  test("answers what is no HTTP in JSON too", async () => {
    const server = await startServer(api.app, { host: "127.0.0.1", port: 0 });
    const answers = [
      await raw(server.port, "what is this\r\n\r\n"),
      await raw(server.port, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(20_000)}\r\n\r\n`),
      await raw(server.port, "POST /api/v1/emails HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"),
    ];
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toMatch(/\r\nX-Request-Id: .+\r\n/);
      expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({
        error: "bad_request",
        statusCode: 400,
      });
    }
    await server.close(1_000);
  });

  test("finishes what is in flight when it closes, and takes nothing new", async () => {
    let finish: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const app = express();
    app.get("/slow", (_, response) => {
      finish = () => response.end("done");
      begun();
    });
    const server = await startServer(app, { host: "127.0.0.1", port: 0 });
    const agent = new Agent({ keepAlive: true });
    const answer = new Promise<string>((resolve, reject) => {
      get({ host: "127.0.0.1", port: server.port, path: "/slow", agent }, (response) => {
        let read = "";
        response.on("data", (piece: Buffer) => (read += piece.toString())).on("end", () => resolve(read));
      }).on("error", reject);
    });
    await started;
    const closed = server.close(10_000);
    await expect(raw(server.port, "GET / HTTP/1.1\r\n\r\n")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    finish();
    expect(await answer).toBe("done");
    await closed;
    agent.destroy();
  });

  test("cuts what does not finish in time", async () => {
    const app = express();
    app.get("/never", () => undefined);
    const server = await startServer(app, { host: "127.0.0.1", port: 0 });
    const hanging = new Promise((resolve) => {
      get({ host: "127.0.0.1", port: server.port, path: "/never" })
        .on("error", resolve)
        .on("socket", (socket) => {
          socket.on("connect", () => void server.close(200));
        });
    });
    await expect(hanging).resolves.toMatchObject({ code: "ECONNRESET" });
  });

  test("says so when its port is taken", async () => {
    const first = await startServer(api.app, { host: "127.0.0.1", port: 0 });
    await expect(startServer(api.app, { host: "127.0.0.1", port: first.port })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await first.close(100);
  });
});

describe("every answer", () => {
  test("names its request, says nothing of its maker, and is not to be kept", async () => {
    const { headers } = await api.send("get", "/api/v1/emails", { headers: { "X-Request-Id": "mine-1" } });
    expect(headers).toMatchObject({
      "x-request-id": "mine-1",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("etag");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    const other = await api.send("get", "/nothing", { key: null, headers: { "X-Request-Id": "<bad>" } });
    expect(other.headers["x-request-id"]).toMatch(/^req_[0-9a-z]{27}$/);
  });

  test("to HEAD has no body", async () => {
    const answer = await api.send("head", "/api/v1/emails");
    expect([answer.status, answer.text]).toEqual([200, undefined]);
  });
});
