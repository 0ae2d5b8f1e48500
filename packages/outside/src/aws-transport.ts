import http from "node:http";
import https from "node:https";
import type { HttpRequest } from "@smithy/types";
import { timeOut } from "@sendex/kit/time-out";

/** TCP and TLS together must be connected within this. */
const CONNECT_TIMEOUT_MS = 2000;
/** Idle sockets are closed before the far side may close them: a reset on a reused one leaves a send in doubt. */
const IDLE_SOCKET_MS = 4000;
/** An SES or SNS answer is a few hundred bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024;
const DEFAULT_MAX_SOCKETS = 50;

/** What is known of one request, as far as it matters to whether it took effect. */
export interface AwsCall {
  signal: AbortSignal;
  /** True from the moment that the first byte may have left. */
  sent: boolean;
  /** The whole answer, once it has come. */
  answer?: AwsAnswer;
}

/** Shaped as the SDK's deserializers expect a response whose body was already collected. */
export interface AwsAnswer {
  statusCode: number;
  reason: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface AwsTransport {
  /** Rejects on anything but a whole answer; `call.sent` then tells whether the request may have arrived. */
  exchange(request: HttpRequest, call: AwsCall): Promise<AwsAnswer>;
  close(): void;
}

/** Plain keep-alive HTTP/1.1 under the SDK clients, that knows whether bytes were written. Never retries. */
export function openTransport(maxSockets = DEFAULT_MAX_SOCKETS): AwsTransport {
  const options = { keepAlive: true, maxSockets, timeout: IDLE_SOCKET_MS };
  const plain = new http.Agent(options);
  const secure = new https.Agent(options);
  return {
    exchange: (request, call) => exchange(request, call, request.protocol === "https:" ? secure : plain),
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

function exchange(request: HttpRequest, call: AwsCall, agent: http.Agent): Promise<AwsAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = start(request, call.signal, agent);
    outgoing.on("error", reject);
    outgoing.on("socket", (socket) => {
      markWhenWritable(outgoing, socket, call);
    });
    outgoing.on("response", (incoming) => {
      collect(incoming, (error, answer) => {
        if (!answer) {
          reject(error);
          return;
        }
        call.answer = answer;
        resolve(answer);
      });
    });
    outgoing.end(request.body);
  });
}

function start(request: HttpRequest, signal: AbortSignal, agent: http.Agent): http.ClientRequest {
  const { protocol, hostname, port, method, headers } = request;
  const path = request.path + queryOf(request);
  const options = { hostname: hostname.replace(/^\[|\]$/g, ""), port, method, path, headers, agent, signal };
  return protocol === "https:" ? https.request(options) : http.request(options);
}

/** Escaped as the signature's canonical form is, where what RFC 3986 reserves is too. */
function queryOf({ query = {} }: HttpRequest): string {
  const escape = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ""].flat().map((text) => `${escape(name)}=${escape(text)}`),
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/**
 * A request is written as soon as its socket is connected, so until `connect` (or `secureConnect`) nothing of it has
 * left. An already connected socket counts as written to at once: a reset on it proves nothing.
 */
function markWhenWritable(outgoing: http.ClientRequest, socket: NodeJS.EventEmitter, call: AwsCall): void {
  const { connecting, encrypted } = socket as { connecting?: boolean; encrypted?: boolean };
  if (!connecting) {
    call.sent = true;
    return;
  }
  const callOff = timeOut(CONNECT_TIMEOUT_MS, () =>
    outgoing.destroy(new Error(`No connection within ${CONNECT_TIMEOUT_MS} ms`)),
  );
  socket.once(encrypted ? "secureConnect" : "connect", () => {
    callOff();
    call.sent = true;
  });
  outgoing.once("close", callOff);
}

function collect(incoming: http.IncomingMessage, done: (error: Error, answer?: AwsAnswer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) incoming.destroy(new Error("The answer is too large"));
  });
  const cut = new Error("The answer was cut off");
  incoming.on("error", done);
  incoming.on("close", () => {
    done(cut);
  });
  incoming.on("end", () => {
    if (!incoming.complete) {
      done(cut);
      return;
    }
    done(cut, {
      statusCode: incoming.statusCode ?? 0,
      reason: incoming.statusMessage ?? "",
      headers: flatten(incoming.headers),
      body: Buffer.concat(chunks),
    });
  });
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) flat[name] = String(value);
  return flat;
}
