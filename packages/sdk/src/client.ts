import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Call, Input, Options } from "./call";
import { SendexApiError, SendexConnectionError } from "./errors";
import { operations } from "./generated/operations";

export interface ClientOptions {
  /** `sk_live_…` or `sk_test_…` */
  apiKey: string;
  /** Where the API is, without a path: `https://mail.example.com`. */
  baseUrl: string;
  /** For each try, in milliseconds; 30,000 unless given. */
  timeoutMs?: number;
  /** Tries after the first, where repeating is safe; 2 unless given. */
  maxRetries?: number;
  /** In place of the global one. */
  fetch?: typeof fetch;
}

/** Every operation of the API, by its id: `client.emails.send(…)`. */
export type Client = ReturnType<typeof operations>;

const TIMEOUT_MS = 30_000;
const MAX_RETRIES = 2;
const FIRST_WAIT_MS = 500;
/** The longest wait before a retry, whatever the response asks for. */
const MAX_WAIT_MS = 60_000;

/** A client of one key. Its methods reject with SendexApiError on a refusal and SendexConnectionError without an answer. */
export function openSendex(options: ClientOptions): Client {
  const call: Call = async <Answer>(method: string, path: string, input: Input, given: Options) => {
    const request = requestOf(options, method, path, input, given);
    const retries = isSafe(method, request) ? (options.maxRetries ?? MAX_RETRIES) : 0;
    // The answer has the type that the API's description gives it.
    return (await attempt(options, request, given.signal, retries, 1)) as Answer;
  };
  return operations(call);
}

interface Prepared {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

function requestOf(
  { apiKey, baseUrl }: ClientOptions,
  method: string,
  path: string,
  { body, query = {}, keyed }: Input,
  { idempotencyKey, headers = {} }: Options,
): Prepared {
  const key = idempotencyKey ?? (keyed ? randomUUID() : undefined);
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  const search = new URLSearchParams(Object.fromEntries(parameters)).toString();
  return {
    url: `${baseUrl.replace(/\/+$/, "")}${path}${search && `?${search}`}`,
    method,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(key !== undefined && { "idempotency-key": key }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** Whether a repeat is harmless. */
function isSafe(method: string, { headers }: Prepared): boolean {
  return method !== "POST" || "idempotency-key" in headers;
}

async function attempt(
  options: ClientOptions,
  request: Prepared,
  signal: AbortSignal | undefined,
  retries: number,
  nth: number,
): Promise<unknown> {
  const outcome = await once(options, request, signal);
  if (!("error" in outcome)) return outcome.body;
  const { error } = outcome;
  if (nth > retries || !isPassing(error) || signal?.aborted) throw error;
  await sleep(waitBefore(nth, error), undefined, signal && { signal }).catch(() => {
    throw error;
  });
  return attempt(options, request, signal, retries, nth + 1);
}

type Failure = SendexApiError | SendexConnectionError;

async function once(
  { fetch: send = fetch, timeoutMs = TIMEOUT_MS }: ClientOptions,
  { url, ...init }: Prepared,
  signal: AbortSignal | undefined,
): Promise<{ body: unknown } | { error: Failure }> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      redirect: "error",
    });
    const body = parsed(await response.text());
    return response.ok ? { body } : { error: new SendexApiError(response.status, response.headers, body) };
  } catch (cause) {
    return { error: new SendexConnectionError(`${init.method} ${url} was not answered.`, { cause }) };
  }
}

function isPassing(error: Failure): boolean {
  return error instanceof SendexConnectionError || error.status === 429 || error.status === 503;
}

/** As the answer asks, or a wait that doubles; a part of it is chance, so that clients do not come back together. */
function waitBefore(nth: number, error: Failure): number {
  const asked = error instanceof SendexApiError ? error.retryAfterSeconds : undefined;
  const own = FIRST_WAIT_MS * 2 ** (nth - 1) * (0.5 + Math.random() / 2);
  return Math.min(asked === undefined ? own : asked * 1_000, MAX_WAIT_MS);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy on the way may respond with something that is no JSON.
    return undefined;
  }
}
