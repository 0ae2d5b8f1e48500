import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fields } from "../api-client";
import type { Stack, Tenant } from "../stack";

/** One request of a load, as its client saw it. */
export interface Try {
  /** 0: the connection broke or was refused. */
  status: number;
  /** What it took, in ms. */
  ms: number;
  /** When it was over: ms since the epoch. */
  at: number;
  retryAfter: string | null;
  /** The answer is that of an earlier request with this key. */
  replayed: boolean;
  /** Nothing listened: the request was not even read. */
  refused: boolean;
}

/** One message and what became of the client's requests for it. */
export interface Posted {
  /** The message's own address: SES's copies are found by it even where no response came. */
  to: string;
  /** Of the answer 202; undefined where none came. */
  id: string | undefined;
  /** The last one is the 202, where there is one. */
  tries: Try[];
}

export interface LoadOptions {
  messages: number;
  /** Absent: as fast as the clients go. */
  perSecond?: number;
  /** Requests in flight at most; default 10. */
  clients?: number;
  /** Post again, with the same idempotency key, until the answer is 202. */
  again?: boolean;
  fields?: Fields;
  tenant?: Tenant;
}

/** Requests that keep coming, whatever happens to what serves them. */
export interface Load {
  /** Messages whose last request is over. */
  posted(): Posted[];
  /** Resolves with all of them. */
  finished: Promise<Posted[]>;
  /** Starts no more requests; `finished` resolves once those in flight are over. */
  stop(): void;
}

const CLIENTS = 10;
const AGAIN_MS = 150;
/** A client gives up after this long without a connection. */
const PATIENCE_MS = 120_000;

export function startLoad(stack: Stack, options: LoadOptions): Load {
  const { messages, perSecond = Infinity, clients = CLIENTS } = options;
  const posted: Posted[] = [];
  const started = performance.now();
  let next = 0;
  let stopped = false;
  const client = async (): Promise<void> => {
    while (!stopped && next < messages) {
      const due = started + (next * 1000) / perSecond;
      next += 1;
      await pause(due - performance.now());
      posted.push(await postOne(stack, options, () => stopped));
    }
  };
  const finished = Promise.all(Array.from({ length: clients }, client)).then(() => posted);
  return { posted: () => [...posted], finished, stop: () => void (stopped = true) };
}

/** Ids of those that were answered 202. */
export function idsOf(posted: readonly Posted[]): string[] {
  return posted.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

async function postOne(stack: Stack, options: LoadOptions, over: () => boolean): Promise<Posted> {
  const { again = false, fields, tenant = stack.tenant } = options;
  const key = randomUUID();
  const one: Posted = { to: `${key}@example.com`, id: undefined, tries: [] };
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    one.id = await tryOnce(tenant, { ...fields, to: one.to }, key, one.tries);
    if (one.id !== undefined || !again || over() || performance.now() > deadline) return one;
    await pause(AGAIN_MS);
  }
}

async function tryOnce(
  tenant: Tenant,
  fields: Fields,
  key: string,
  tries: Try[],
): Promise<string | undefined> {
  const started = performance.now();
  const note = (status: number, headers?: Headers, refused = false) =>
    tries.push({
      status,
      ms: performance.now() - started,
      at: Date.now(),
      retryAfter: headers?.get("retry-after") ?? null,
      replayed: headers?.get("idempotent-replayed") === "true",
      refused,
    });
  try {
    const { status, headers, body } = await tenant.client.post(fields, { "idempotency-key": key });
    note(status, headers);
    return status === 202 ? body.id : undefined;
  } catch (error) {
    note(0, undefined, isRefusal(error));
    return undefined;
  }
}

function isRefusal(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms);
}
