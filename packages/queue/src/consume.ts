import { setTimeout as sleep } from "node:timers/promises";
import { Worker, isNotConnectionError, type Job } from "bullmq";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { openRedis } from "./connection";
import { DEFAULT_PREFIX, RETRIES, waitKey, type QueueName } from "./names";
import { watchProgress, type Progress } from "./watchdog";

/**
 * Well under the send lease (20 s): while a dead worker's job counts as active, the same job id cannot be
 * queued again. It is found by the second stalled check after its lock ran out, 2 × this at the latest.
 */
const LOCK_MS = 8_000;
/** Rows decide what becomes of a job that kills its worker; BullMQ's count must never decide. */
const MAX_STALLED = 1_000_000;
/** BullMQ's own 15 s would keep a worker idle that long after Redis is back. */
const RETRY_MS = 1_000;
const HANG_UP_MS = 1_000;
const DRAIN_CHECK_MS = 10;

export interface ConsumeOptions<J> {
  redisUrl: string;
  prefix?: string;
  queue: QueueName;
  concurrency: number;
  lockMs?: number;
  log: Log;
  /** Must be safe to run twice. A rejection is logged and the job dropped: admission makes it again from its row. */
  run: (job: J) => Promise<void>;
  /** Whether a rejection will pass: such a job is run again, as `RETRIES` says. */
  passing?: (error: unknown) => boolean;
}

export interface Consumer {
  queue: QueueName;
  /** Jobs in hand. */
  active(): number;
  /** Connected, and taking jobs. */
  running(): boolean;
  /** Takes no more, waits for those in hand, and after `timeoutMs` lets go of them. Never rejects. */
  close(timeoutMs: number): Promise<void>;
}

/** Runs jobs of one queue until closed. A worker that stopped making progress is replaced by a new one. */
export function consume<J>(options: ConsumeOptions<J>): Consumer {
  const { queue, log } = options;
  const progress: Progress = { active: 0, lastAt: performance.now() };
  let current = openWorker(options, progress);
  const watchdog = watchProgress({
    progress,
    running: () => current.worker.isRunning(),
    waiting: () => current.waiting(),
    replace: (why) => {
      log.error({ queue, why }, "replacing a worker that makes no progress");
      const old = current;
      current = openWorker(options, progress);
      void old.close(HANG_UP_MS);
    },
  });
  return {
    queue,
    active: () => progress.active,
    running: () => current.worker.isRunning() && current.connected(),
    close: async (timeoutMs) => {
      watchdog.stop();
      await current.close(timeoutMs);
    },
  };
}

/** A BullMQ worker and its connection. */
interface Running {
  worker: Worker;
  connected(): boolean;
  /** Jobs waiting in Redis; rejects when it cannot be asked. */
  waiting(): Promise<number>;
  close(timeoutMs: number): Promise<void>;
}

function openWorker<J>(options: ConsumeOptions<J>, progress: Progress): Running {
  const { redisUrl, prefix = DEFAULT_PREFIX, queue, concurrency, lockMs = LOCK_MS, log } = options;
  const redis = openRedis({ url: redisUrl, role: "worker", name: `consume-${queue}`, log });
  const worker = new Worker<J>(queue, (job) => runJob(job, options, progress), {
    connection: redis,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: Math.ceil(lockMs / 2),
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RETRY_MS,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  worker.on("error", (error) => {
    // The connection tells of its own outages, once each.
    if (isNotConnectionError(error)) log.warn({ queue, err: error }, "worker error");
    else log.debug({ queue, err: error }, "worker connection error");
  });
  worker.on("stalled", (jobId) => log.warn({ queue, jobId }, "a job lost its worker and is queued again"));
  return {
    worker,
    connected: () => redis.status === "ready",
    waiting: () => bounded(HANG_UP_MS, "LLEN", () => redis.llen(waitKey(prefix, queue))),
    close: async (timeoutMs) => {
      const drained = await drain(worker, timeoutMs, () => progress.active === 0 && redis.status !== "ready");
      if (!drained) log.info({ queue, active: progress.active }, "closing without a full drain");
      await bounded(HANG_UP_MS, "hanging up", () => worker.close(!drained)).catch((error: unknown) =>
        log.warn({ queue, err: error }, "a worker did not close"),
      );
      redis.disconnect();
    },
  };
}

/**
 * Resolves to whether everything in hand is done and written down. BullMQ cannot be told to hurry once `close()`
 * waits, so we wait by `pause()`, which stops taking jobs just the same; and not at all when `pointless`: with
 * nothing in hand and Redis away there is nothing to wait for.
 */
async function drain(worker: Worker, timeoutMs: number, pointless: () => boolean): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  let paused = false;
  worker.pause().then(
    () => (paused = true),
    () => undefined,
  );
  while (!paused && !pointless() && performance.now() < end) {
    await sleep(DRAIN_CHECK_MS);
  }
  return paused;
}

async function runJob<J>(job: Job<J>, options: ConsumeOptions<J>, progress: Progress) {
  const { queue, log, run, passing } = options;
  progress.active += 1;
  progress.lastAt = performance.now();
  try {
    await run(job.data);
  } catch (error) {
    const fields = { queue, jobId: job.id, err: error };
    const again = passing?.(error) === true && job.attemptsMade + 1 < RETRIES.attempts;
    if (!again) log.error(fields, "job failed");
    else if (job.attemptsMade === 0)
      log.warn(fields, "job failed for now; it is tried again every few seconds");
    if (again) throw error;
  } finally {
    progress.active -= 1;
    progress.lastAt = performance.now();
  }
}
