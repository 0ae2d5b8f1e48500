import http from "node:http";
import https from "node:https";
import type { ReadSandboxMail, SandboxMailOutcome } from "@sendex/core/ports";
import { timeOut } from "@sendex/kit/time-out";

/** Over everything, from the name to the last byte. */
const TIMEOUT_MS = 5_000;
/** The sandbox takes larger mail; a page does not show it. */
const MAX_BYTES = 16 * 1024 * 1024;

const MESSAGE_ID = /^[\w-]{1,128}$/;

/**
 * Reads mail that the sandbox took, by the message id it answered with. The address is a setting of ours, so that no
 * guard looks at it.
 */
export function openSandboxMail(
  baseUrl: string,
  { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES }: { timeoutMs?: number; maxBytes?: number } = {},
): ReadSandboxMail {
  return async (sesMessageId) => {
    if (!MESSAGE_ID.test(sesMessageId)) return { kind: "missing" };
    const expiring = new AbortController();
    const callOff = timeOut(timeoutMs, () => {
      expiring.abort();
    });
    try {
      const url = new URL(`/mail/${sesMessageId}/raw`, baseUrl);
      return await get(url, expiring.signal, maxBytes);
    } catch (error) {
      const detail = error instanceof Error ? error.message || error.name : String(error);
      const late = expiring.signal.aborted;
      return { kind: "failed", detail: late ? `No answer within ${timeoutMs} ms` : detail };
    } finally {
      callOff();
    }
  };
}

function get(url: URL, signal: AbortSignal, maxBytes: number): Promise<SandboxMailOutcome> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === "https:" ? https : http;
    const outgoing = request(url, { signal }, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) incoming.destroy();
        else chunks.push(chunk);
      });
      incoming.on("error", reject);
      incoming.on("close", () => {
        if (size > maxBytes) resolve({ kind: "too_large" });
        else if (!incoming.complete) reject(new Error("The answer was cut off"));
        else resolve(outcomeOf(incoming.statusCode ?? 0, chunks));
      });
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

function outcomeOf(status: number, chunks: Buffer[]): SandboxMailOutcome {
  if (status === 404) return { kind: "missing" };
  if (status !== 200) return { kind: "failed", detail: `It answered with status ${status}` };
  return { kind: "found", raw: Buffer.concat(chunks) };
}
