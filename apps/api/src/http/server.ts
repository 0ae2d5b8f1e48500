import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { isIPv6, Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import type { Express } from "express";
import { answerClientError } from "./client-error";
import { holdBody } from "./expect-continue";

export interface Listening {
  /** The port that was given, or the one the system chose for 0. */
  port: number;
  /** For people: where this server answers. */
  url: string;
  /** Stops accepting, lets what is in flight finish, and cuts what has not after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** From the first byte to the end of the headers. */
const HEADERS_TIMEOUT_MS = 15_000;
/** To the end of the body: 50 MB over a line of 4 Mbit/s. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Longer than the 60 s after which common load balancers drop an idle connection, so that they do it first. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
const CHECK_TIMEOUTS_MS = 5_000;
export const MAX_HEADER_BYTES = 16 * 1024;
/** While closing: how long an idle connection may still bring a request, which is answered with `Connection: close`. */
const GRACE_MS = 1_000;

/** Listens with an app. Rejects when the address cannot be had. */
export async function startServer(
  app: Express,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const state = { closing: false };
  const server = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_TIMEOUTS_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    noDelay: true,
  });
  const answers = new WeakMap<Duplex, ServerResponse>();
  const serve: RequestListener = (request, response) => {
    if (state.closing) response.shouldKeepAlive = false;
    answers.set(request.socket, response);
    app(request, response);
  };
  server.on("request", serve);
  server.on("checkContinue", (request, response) => {
    holdBody(request);
    serve(request, response);
  });
  server.on("clientError", (error, socket) => answerClientError(error, socket, answers.get(socket)));
  await listen(server, host, port);
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return {
    port: taken,
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}`,
    close(timeoutMs) {
      state.closing = true;
      return close(server, timeoutMs);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * The http server's own close() cuts idle connections at once, also one on which a request is on its way; the plain
 * socket server's close() only stops listening.
 */
async function close(server: Server, timeoutMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  const idle = setInterval(() => server.closeIdleConnections(), Math.min(GRACE_MS, timeoutMs / 2));
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
