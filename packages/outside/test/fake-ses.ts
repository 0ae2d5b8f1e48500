import http from "node:http";
import type net from "node:net";
import type { AddressInfo } from "node:net";
import type { OutgoingMail } from "@sendex/core/ports";
import { openSes } from "../src/ses";
import type { Ses, SesOptions } from "../src/ses";

/** What a test opened; each test file closes it after each test. */
export const closers: (() => void)[] = [];

export const OK_V1 =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  "<MessageId>0100-abc</MessageId></SendRawEmailResult></SendRawEmailResponse>";

export const errorV1 = (code: string, message: string): string =>
  '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>' +
  `<Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

export function mail(over: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    mode: "live",
    from: "a@sender.test",
    to: "b@receiver.test",
    raw: new TextEncoder().encode("Subject: hello\r\n\r\nhi+there/=é"),
    tags: { "sendex-message": "msg_1", "sendex-attempt": "1" },
    timeoutMs: 3000,
    ...over,
  };
}

export interface Seen {
  url: string | undefined;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A stand-in for SES that answers as told and remembers what it was asked. */
export async function fakeSes(
  answer: (seen: Seen, response: http.ServerResponse) => void,
): Promise<{ ses: Ses; url: string; seen: Seen[]; sockets: Set<net.Socket> }> {
  const seen: Seen[] = [];
  const sockets = new Set<net.Socket>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = { url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      answer(one, response);
    });
  });
  server.on("connection", (socket) => sockets.add(socket));
  const port = await listen(server);
  closers.push(() => {
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${port}`;
  return { ses: open(url), url, seen, sockets };
}

export function open(endpoint: string, more: Partial<SesOptions> = {}): Ses {
  const ses = openSes({ region: "eu-west-1", endpoint, configurationSet: "events", ...more });
  closers.push(() => {
    ses.close();
  });
  return ses;
}

export const say =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (_seen: Seen, response: http.ServerResponse) =>
    response.writeHead(status, { "content-type": "text/xml", ...headers }).end(body);
