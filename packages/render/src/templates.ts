import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { SendexError } from "@sendex/core/error";
import { READY } from "./template-ready";
import type { Answer, Question } from "./template-worker";
import { openTurns, type Turns } from "./turns";

/** Runs customers' templates in a thread of its own, which is ended when one of them does not come to an end. */
export interface Templates {
  /**
   * Resolves to undefined where the template had to be ended by force: it took too long, or too much memory.
   * Accounts take turns.
   * @throws SendexError service_unavailable where the thread has too much to do
   */
  ask(accountId: string, question: Question): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/** The same folder whether this file runs from `src` (tests) or from `dist`. */
const THREAD_FILE = join(__dirname, "..", "dist", "template-worker.js");
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };
/** Above what a rendering may take by the language's own limits. */
const ANSWER_MS = 2_000;
const START_MS = 15_000;
/** How long a caller waits for its turn: SDKs give up after about 10 s. */
const TURN_MS = 8_000;
/** Waiting at once: a few batches an account. */
const MAX_WAITING = 300;
const MAX_WAITING_IN_ALL = 3_000;

interface Job {
  question: Question;
  resolve(answer: Answer | undefined): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

interface Thread {
  worker: Worker;
  ready: boolean;
  /** The one that it answers. */
  job?: Job | undefined;
}

interface Pool {
  turns: Turns<Job>;
  thread?: Thread | undefined;
}

/** The thread begins with the first question. */
export function openTemplates(): Templates {
  const pool: Pool = { turns: openTurns() };
  return {
    ask: (accountId, question) => ask(pool, accountId, question),
    async close() {
      const { thread } = pool;
      if (!thread) return;
      end(pool, thread, unavailable());
      await thread.worker.terminate();
    },
  };
}

function ask(pool: Pool, accountId: string, question: Question): Promise<Answer | undefined> {
  const { turns } = pool;
  if (turns.waiting(accountId) >= MAX_WAITING || turns.size() >= MAX_WAITING_IN_ALL)
    return Promise.reject(unavailable());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      turns.remove(accountId, job);
      reject(unavailable());
    }, TURN_MS);
    const job: Job = { question, resolve, reject, timer };
    turns.add(accountId, job);
    work(pool);
  });
}

/** Gives the thread its next question, where there is one. */
function work(pool: Pool): void {
  const { turns } = pool;
  if (turns.size() === 0) {
    // An idle thread must not keep a process from ending.
    if (!pool.thread?.job) pool.thread?.worker.unref();
    return;
  }
  const thread = (pool.thread ??= start(pool));
  thread.worker.ref();
  if (!thread.ready || thread.job) return;
  const job = turns.next();
  if (!job) return;
  clearTimeout(job.timer);
  thread.job = job;
  job.timer = setTimeout(() => end(pool, thread), ANSWER_MS);
  thread.worker.postMessage(job.question);
}

function start(pool: Pool): Thread {
  const worker = new Worker(THREAD_FILE, { resourceLimits: LIMITS });
  const thread: Thread = { worker, ready: false };
  const gone = (): void => {
    clearTimeout(late);
    end(pool, thread, thread.ready ? undefined : unavailable());
  };
  const late = setTimeout(gone, START_MS);
  worker.on("message", (message: Answer | typeof READY) => {
    clearTimeout(late);
    if (message === READY) thread.ready = true;
    else answered(pool, thread, message);
    work(pool);
  });
  worker.on("error", gone);
  worker.on("exit", gone);
  return thread;
}

function answered(pool: Pool, thread: Thread, answer: Answer): void {
  const { job } = thread;
  thread.job = undefined;
  if (job) settle(job, answer);
  if ("broken" in answer && answer.broken) end(pool, thread);
}

/**
 * Ends a thread. The caller that it was answering gets undefined; where it never began, all waiting callers get
 * `failure`.
 */
function end(pool: Pool, thread: Thread, failure?: Error): void {
  if (pool.thread !== thread) return;
  pool.thread = undefined;
  void thread.worker.terminate();
  if (thread.job) settle(thread.job, undefined);
  if (failure) for (let job = pool.turns.next(); job; job = pool.turns.next()) settle(job, failure);
  work(pool);
}

function settle(job: Job, answer: Answer | Error | undefined): void {
  clearTimeout(job.timer);
  if (answer instanceof Error) job.reject(answer);
  else job.resolve(answer);
}

function unavailable(): SendexError {
  return new SendexError("service_unavailable", "Templates cannot be rendered just now. Try again shortly.", {
    retryAfterSeconds: 2,
  });
}
