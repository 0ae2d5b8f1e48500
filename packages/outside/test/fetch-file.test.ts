import { afterEach, describe, expect, test } from "@jest/globals";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { type FetchOptions, openFetch } from "../src/fetch-file";

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A file server on loopback. */
async function serve(handler: http.RequestListener): Promise<string> {
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/file.pdf?a=b`;
}

const local = { allowLocal: true };
const fetch = (
  url: string,
  options: FetchOptions = local,
  most = Infinity,
  signal = new AbortController().signal,
) => {
  let size = 0;
  const take = (bytes: number): boolean => (size += bytes) <= most;
  return openFetch(options)({ url, take, signal });
};
const why = (detail: string) => ({ kind: "failed", detail });

describe("fetching a file", () => {
  test("gives its bytes and the type its server says", async () => {
    const url = await serve((request, response) => {
      response.setHeader("content-type", "application/pdf");
      response.end(`${request.method} ${request.url} ${request.headers["accept-encoding"]}`);
    });
    const outcome = await fetch(url);
    expect(outcome).toMatchObject({ kind: "fetched", contentType: "application/pdf" });
    const content = outcome.kind === "fetched" ? Buffer.from(outcome.content).toString() : "";
    expect(content).toBe("GET /file.pdf?a=b identity");
  });

  test("ends at the size that it may have, whatever the server still has", async () => {
    const url = await serve((_, response) => {
      const more = (): void => void response.write(Buffer.alloc(64 * 1024), (error) => !error && more());
      more();
    });
    expect(await fetch(url, local, 1_000_000)).toEqual({ kind: "cut" });
  });

  test.each<[string, http.RequestListener, string]>([
    ["is not there", (_, response) => response.writeHead(404).end(), "its server answered with status 404"],
    [
      "is elsewhere",
      (_, response) => response.writeHead(302, { location: "https://a.example/" }).end(),
      "its server redirects, which is not followed",
    ],
    [
      "is compressed",
      (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
      "its server sends it compressed, which was not asked for",
    ],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": 100 });
        response.write("half", () => response.destroy());
      },
      "the connection broke",
    ],
  ])("fails where it %s", async (_, handler, detail) => {
    expect(await fetch(await serve(handler))).toEqual(why(detail));
  });

  test("fails where it does not come in time, or nobody waits any more", async () => {
    const url = await serve((_, response) => void response.write("a"));
    expect(await fetch(url, { ...local, timeoutMs: 100 })).toEqual(why("it did not come in time"));
    const ended = AbortSignal.abort();
    expect(await fetch(url, local, 1, ended)).toEqual(why("it did not come in time"));
  });

  test("goes nowhere inside", async () => {
    const url = await serve((_, response) => response.end("secret"));
    const inward = { resolve: () => Promise.resolve(["127.0.0.1"]) };
    const refused = "its host has an address that is not public";
    expect(await fetch(url, {})).toEqual(why("the URL must be https"));
    expect(await fetch("https://files.example/a", inward)).toEqual(why(refused));
    expect(await fetch("https://169.254.169.254/latest", {})).toEqual(
      why("the URL's address is not a public one"),
    );
    expect(await fetch("https://me:pw@files.example/", {})).toEqual(
      why("the URL must not contain a user or password"),
    );
    expect(await fetch("file:///etc/passwd", local)).toEqual(why("the URL must be https"));
  });

  test("fails in words where a host is not there", async () => {
    const missing = { resolve: () => Promise.reject(Object.assign(new Error("x"), { code: "ENOTFOUND" })) };
    expect(await fetch("https://files.example/a", missing)).toEqual(why("its host has no address"));
    expect(await fetch("http://127.0.0.1:1/", local)).toEqual(why("its host takes no connection"));
  });
});
