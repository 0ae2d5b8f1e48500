import http from "node:http";
import https from "node:https";
import type { FetchFile, FileOutcome, FileRequest } from "@sendex/core/ports";
import { type GuardOptions, hostOf, readEndpointUrl } from "./address-guard";
import { AddressRefused, guardedLookup, openResolver, type ResolveHost } from "./guarded-lookup";

export interface FetchOptions extends GuardOptions {
  /** Over everything, from the name to the file's last byte. */
  timeoutMs?: number;
  /** Stands in for DNS in tests. */
  resolve?: ResolveHost;
}

/** Source: docs/contract.md "Webhooks", docs/security.md "Requests we make for others". */
const TIMEOUT_MS = 15_000;
/** Of the process, and of one host in it. */
const MAX_SOCKETS = 64;
const MAX_SOCKETS_PER_HOST = 16;
const HEADERS = { accept: "*/*", "accept-encoding": "identity", "user-agent": "Sendex-Attachments/1" };

/** GETs a file from a caller's URL, never from a private address. */
export function openFetch(options: FetchOptions = {}): FetchFile {
  const guard = { allowLocal: options.allowLocal ?? false };
  const sockets = { maxSockets: MAX_SOCKETS_PER_HOST, maxTotalSockets: MAX_SOCKETS };
  const agents = { plain: new http.Agent(sockets), secure: new https.Agent(sockets) };
  const lookup = guardedLookup(options.resolve ?? openResolver(), guard);
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  return async (request) => {
    const { url, reason } = readEndpointUrl(request.url, guard);
    if (reason !== undefined)
      return failed(`${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, "")}`);
    const expiring = new AbortController();
    const timer = setTimeout(() => expiring.abort(), timeoutMs);
    const signal = AbortSignal.any([request.signal, expiring.signal]);
    try {
      const where = { host: hostOf(url), port: url.port, path: `${url.pathname}${url.search}` };
      const call = { ...where, headers: HEADERS, lookup, signal };
      const outgoing =
        url.protocol === "http:"
          ? http.request({ ...call, agent: agents.plain })
          : https.request({ ...call, agent: agents.secure });
      return await receive(outgoing, request.take);
    } catch (error) {
      return failed(signal.aborted ? "it did not come in time" : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  };
}

function failed(detail: string): FileOutcome {
  return { kind: "failed", detail };
}

function receive(outgoing: http.ClientRequest, take: FileRequest["take"]): Promise<FileOutcome> {
  return new Promise((resolve, reject) => {
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      const refusal = refusalOf(incoming);
      if (refusal !== undefined) {
        resolve(failed(refusal));
        outgoing.destroy();
        return;
      }
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => {
        if (take(piece.length)) {
          pieces.push(piece);
          return;
        }
        resolve({ kind: "cut" });
        outgoing.destroy();
      });
      incoming.on("error", reject);
      incoming.on("close", () => {
        if (incoming.complete) resolve(fetched(Buffer.concat(pieces), incoming.headers["content-type"]));
        else reject(new Error("incomplete"));
      });
    });
    outgoing.end();
  });
}

function refusalOf({ statusCode = 0, headers }: http.IncomingMessage): string | undefined {
  if (statusCode >= 300 && statusCode < 400) return "its server redirects, which is not followed";
  if (statusCode !== 200) return `its server answered with status ${statusCode}`;
  const encoding = headers["content-encoding"] ?? "identity";
  return encoding === "identity" ? undefined : "its server sends it compressed, which was not asked for";
}

/** The concatenated Buffer's memory is its own: it can be handed on. */
function fetched(content: Uint8Array, contentType: string | undefined): FileOutcome {
  return { kind: "fetched", content, ...(contentType !== undefined && { contentType }) };
}

const REASONS: Record<string, string> = {
  ENOTFOUND: "its host has no address",
  ENODATA: "its host has no address",
  ECONNREFUSED: "its host takes no connection",
  ECONNRESET: "the connection broke",
  EPIPE: "the connection broke",
};

/** In words of ours: an error of Node's names addresses and files. */
function reasonOf(error: unknown): string {
  if (error instanceof AddressRefused) return "its host has an address that is not public";
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (/CERT|TLS|SSL|ALTNAME|SIGNATURE/.test(code)) return "its host has no valid certificate";
  return REASONS[code] ?? "the connection failed";
}
