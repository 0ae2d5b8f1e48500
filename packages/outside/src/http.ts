import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { HttpOutcome, HttpPost, PostOut } from "@sendex/core/ports";
import { hostOf, readEndpointUrl } from "./address-guard";
import type { GuardOptions } from "./address-guard";
import { AddressRefused, guardedLookup, openResolver } from "./guarded-lookup";
import type { ResolveHost } from "./guarded-lookup";
import { timeOut } from "@sendex/kit/time-out";
import type { ReadUrl } from "./url";

export interface PostOptions extends GuardOptions {
  /** Connections to one host at a time; a slow host's requests wait for each other, not those of other hosts. */
  maxSocketsPerHost?: number;
  /** Over everything, from the name to the answer's last byte. */
  timeoutMs?: number;
  /** Stands in for DNS in tests. */
  resolve?: ResolveHost;
}

/** Source: docs/contract.md "Webhooks", docs/security.md "Requests we make for others". */
const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** Four endpoints' worth: customers share hosts, and an endpoint that hangs holds 16 at most. */
const MAX_SOCKETS_PER_HOST = 64;
const IDLE_SOCKET_MS = 5000;

interface Poster {
  guard: GuardOptions;
  lookup: LookupFunction;
  plain: http.Agent;
  secure: https.Agent;
  timeoutMs: number;
}

/** An outcome without its duration. */
type Outcome<T = HttpOutcome> = T extends HttpOutcome ? Omit<T, "ms"> : never;

/** POSTs to customers' URLs, never to a private address. Idle sockets do not keep the process alive. */
export function openPost(options: PostOptions = {}): PostOut {
  const guard = { allowLocal: options.allowLocal ?? false };
  const agents = {
    keepAlive: true,
    maxSockets: options.maxSocketsPerHost ?? MAX_SOCKETS_PER_HOST,
    timeout: IDLE_SOCKET_MS,
  };
  const poster: Poster = {
    guard,
    lookup: guardedLookup(options.resolve ?? openResolver(), guard),
    plain: new http.Agent(agents),
    secure: new https.Agent(agents),
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
  };
  return async (request) => {
    const began = performance.now();
    const outcome = await postGuarded(poster, request);
    return { ...outcome, ms: Math.round(performance.now() - began) };
  };
}

async function postGuarded(poster: Poster, request: HttpPost): Promise<Outcome> {
  const { url, reason } = readEndpointUrl(request.url, poster.guard);
  if (reason !== undefined) return { kind: "refused", detail: reason };
  const expiring = new AbortController();
  const callOff = timeOut(poster.timeoutMs, () => {
    expiring.abort();
  });
  try {
    return await exchange(poster, url, request, expiring.signal, true);
  } catch (error) {
    const detail = error instanceof Error ? error.message || error.name : String(error);
    if (error instanceof AddressRefused) return { kind: "refused", detail };
    if (expiring.signal.aborted) return { kind: "failed", detail: `No answer within ${poster.timeoutMs} ms` };
    return { kind: "failed", detail };
  } finally {
    callOff();
  }
}

/** One request; a second one only where a kept connection turned out to have been closed meanwhile. */
function exchange(
  poster: Poster,
  url: ReadUrl,
  request: HttpPost,
  signal: AbortSignal,
  mayReuse: boolean,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const outgoing = start(poster, url, request.headers, signal, mayReuse);
    let answered = false;
    outgoing.on("error", (error) => {
      if (answered) return;
      const wasStale = outgoing.reusedSocket && mayReuse && !signal.aborted;
      if (wasStale) exchange(poster, url, request, signal, false).then(resolve, reject);
      else reject(error);
    });
    outgoing.on("response", (incoming) => {
      answered = true;
      collect(incoming, (body) => {
        resolve({ kind: "answered", status: incoming.statusCode ?? 0, body });
      });
    });
    outgoing.end(request.body);
  });
}

function start(
  { lookup, plain, secure }: Poster,
  url: ReadUrl,
  headers: HttpPost["headers"],
  signal: AbortSignal,
  mayReuse: boolean,
): http.ClientRequest {
  const options = { method: "POST", headers, signal, lookup, host: hostOf(url), port: url.port };
  const path = `${url.pathname}${url.search}`;
  if (url.protocol === "http:") return http.request({ ...options, path, agent: mayReuse && plain });
  return https.request({ ...options, path, agent: mayReuse && secure });
}

/** The status is the answer. What of the body comes in time and within the cap is handed on; the rest is cut off. */
function collect(incoming: http.IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () => {
    done(Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString("utf8"));
  };
  incoming.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) incoming.destroy();
  });
  incoming.on("error", finish);
  incoming.on("close", finish);
}
