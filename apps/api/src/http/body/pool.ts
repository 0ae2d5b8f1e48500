import { join } from "node:path";
import { types } from "node:util";
import { Worker } from "node:worker_threads";
import { SendexError } from "@sendex/core/error";
import type { Answer, Question } from "./worker";
import { parseBody, type ParsedBody } from "./parse";

/** From here on a body is parsed off the event loop (docs/security.md). */
export const LARGE_BODY_BYTES = 256 * 1024;

/** A 50 MB body takes the thread about 300 MB for a moment: its text, its values, its files. */
const THREAD_HEAP_MB = 512;
/** After a body of this size the thread ends, since it would keep what it took until it needs as much again. */
export const SPENT_BYTES = 4 * 1024 * 1024;
/** The same folder whether this file runs from `src` (tests) or from `dist`. */
const THREAD_FILE = join(__dirname, "../../../dist/http/body/worker.js");

export interface BodyParser {
  /** Throws bad_request with a sentence when the bytes are no acceptable JSON. The bytes of a large body are gone afterwards. */
  parse(bytes: Uint8Array, keyed: boolean): Promise<ParsedBody>;
}

/** Parses small bodies at once and large ones one after another in a thread that is made when first needed. */
export function openBodyParser(): BodyParser {
  const thread: Thread = { waiting: new Map(), next: 1, spent: false };
  return {
    async parse(bytes, keyed) {
      const result =
        bytes.length > LARGE_BODY_BYTES ? await ask(thread, bytes, keyed) : parseBody(bytes, keyed);
      if ("why" in result) throw new SendexError(result.slug, result.why);
      return result;
    },
  };
}

interface Waiter {
  resolve(result: Answer["result"]): void;
  reject(error: Error): void;
}
interface Thread {
  worker?: Worker | undefined;
  spent: boolean;
  waiting: Map<number, Waiter>;
  next: number;
}

function ask(thread: Thread, bytes: Uint8Array, keyed: boolean): Promise<Answer["result"]> {
  const worker = thread.worker ?? start(thread);
  const question: Question = { id: thread.next, bytes, keyed };
  thread.next += 1;
  return new Promise((resolve, reject) => {
    thread.waiting.set(question.id, { resolve, reject });
    worker.ref();
    if (bytes.length >= SPENT_BYTES) thread.spent = true;
    worker.postMessage(question, types.isArrayBuffer(bytes.buffer) ? [bytes.buffer] : []);
  });
}

function start(thread: Thread): Worker {
  const worker = new Worker(THREAD_FILE, { resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB } });
  worker.on("message", ({ id, result }: Answer) => {
    thread.waiting.get(id)?.resolve(result);
    thread.waiting.delete(id);
    if (thread.waiting.size > 0) return;
    // An idle thread must not keep a process from ending.
    worker.unref();
    if (thread.spent) retire(thread, worker);
  });
  worker.on("error", (cause) => giveUp(thread, worker, cause));
  worker.on("exit", () => giveUp(thread, worker));
  thread.worker = worker;
  return worker;
}

function retire(thread: Thread, worker: Worker): void {
  thread.worker = undefined;
  thread.spent = false;
  void worker.terminate();
}

/** A thread that died (out of memory, say) fails those who wait for it; the next large body gets a new one. */
function giveUp(thread: Thread, worker: Worker, cause?: unknown): void {
  if (thread.worker !== worker) return;
  thread.worker = undefined;
  thread.spent = false;
  const waiting = [...thread.waiting.values()];
  thread.waiting.clear();
  for (const waiter of waiting) {
    const message = "The body could not be read just now.";
    waiter.reject(new SendexError("service_unavailable", message, { retryAfterSeconds: 5, cause }));
  }
}
