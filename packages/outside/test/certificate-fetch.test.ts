import { afterEach, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import type http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fetchCertificate } from "../src/certificate-fetch";

const fixture = (name: string): string => readFileSync(path.join(__dirname, "fixtures", name), "utf8");
const ca = fixture("loopback.cert.pem");

const servers: https.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(answer: (response: http.ServerResponse) => unknown) {
  const asked: (string | undefined)[] = [];
  const server = https.createServer({ key: fixture("signer.key.pem"), cert: ca }, (request, response) => {
    asked.push(request.url);
    answer(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/a.pem`, asked };
}

test("a whole small answer is handed on", async () => {
  const { url } = await serve((response) => response.end("PEM"));
  expect(await fetchCertificate(url, { ca })).toBe("PEM");
});

test.each<[string, (response: http.ServerResponse) => unknown]>([
  ["404", (response) => response.writeHead(404).end("PEM")],
  ["a redirect", (response) => response.writeHead(302, { location: "/b.pem" }).end()],
  ["more than 16 KB", (response) => response.end("x".repeat(16 * 1024 + 1))],
  [
    "an answer cut short",
    (response) => {
      response.writeHead(200, { "content-length": "100" }).write("PEM");
      setImmediate(() => response.socket?.destroy());
    },
  ],
  ["an answer that never ends", (response) => response.write("PEM")],
  ["no answer", () => undefined],
])("%s rejects, after one request", async (_name, answer) => {
  const { url, asked } = await serve(answer);
  await expect(fetchCertificate(url, { ca, timeoutMs: 300 })).rejects.toThrow();
  expect(asked).toEqual(["/a.pem"]);
});

test("a host that no authority vouches for is sent nothing", async () => {
  const { url, asked } = await serve((response) => response.end("PEM"));
  await expect(fetchCertificate(url)).rejects.toThrow();
  expect(asked).toEqual([]);
});
