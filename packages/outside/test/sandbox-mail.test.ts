import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { openSandboxMail } from "../src/sandbox-mail";

let server: http.Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function serve(handle: http.RequestListener): Promise<string> {
  server = http.createServer(handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("mail of the sandbox", () => {
  test("is read by its message id", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url);
      response.end("From: a\r\n\r\nHi");
    });
    expect(await openSandboxMail(url)("0100-abc")).toEqual({
      kind: "found",
      raw: Buffer.from("From: a\r\n\r\nHi"),
    });
    expect(asked).toEqual(["/mail/0100-abc/raw"]);
    expect(await openSandboxMail(url)("../_sandbox/ledger")).toEqual({ kind: "missing" });
    expect(asked.length).toBe(1);
  });

  test.each([
    [404, { kind: "missing" }],
    [500, { kind: "failed", detail: "It answered with status 500" }],
  ])("that is answered with %i is no mail", async (status, outcome) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    expect(await openSandboxMail(url)("a")).toEqual(outcome);
  });

  test("that is too large is cut off", async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(2_000)));
    expect(await openSandboxMail(url, { maxBytes: 1_000 })("a")).toEqual({ kind: "too_large" });
  });

  test("is not waited for without end", async () => {
    const url = await serve(() => undefined);
    const outcome = await openSandboxMail(url, { timeoutMs: 50 })("a");
    expect(outcome).toEqual({ kind: "failed", detail: "No answer within 50 ms" });
    server.closeAllConnections();
  });

  test("of nobody is a failure", async () => {
    const url = await serve(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await openSandboxMail(url)("a")).toMatchObject({ kind: "failed" });
    server = http.createServer().listen(0);
  });
});
