import { randomUUID } from "node:crypto";
import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { PRIORITIES } from "@sendex/core/accepting/message";
import type { Clock, Log } from "@sendex/core/ports";
import { type AdmissionRuns, openAdmissionRuns } from "./admission-runs";
import { bounded } from "./bounded";
import { openDirectWindow, type Room } from "./direct-window";
import { openSendWindows, type SendWindows, windowsKey } from "./send-windows";
import { readDepth, type Depth } from "./depth";
import { type Handles, openHandles } from "./handles";
import {
  DEFAULT_PREFIX,
  QUEUES,
  RETRIES,
  SEND_QUEUES,
  deliveryJobId,
  notificationJobId,
  sendJobId,
  waitKey,
  type DeliveryJob,
  type NotificationJob,
  type QueueName,
  type SendJob,
} from "./names";

/** Enqueueing is never on a request's path; this only keeps a hung Redis from piling up promises. */
const ENQUEUE_MS = 2_000;
const READ_MS = 500;
const PING_MS = 1_000;
/** Jobs an addBulk: so many scripts in one MULTI hold Redis for some 25 ms. */
const CHUNK = 500;

export interface QueuesOptions {
  /** A connection with the role `command`; the caller that opened it closes it, after the queues. */
  redis: Redis;
  prefix?: string;
  clock: Clock;
  log: Log;
}

/** Everything rejects at once while Redis is away, unless it says otherwise. */
export interface Queues {
  /** Adds under the recipient's job id; one that is already queued or running stays as it is. */
  enqueueSends(jobs: readonly SendJob[]): Promise<void>;
  /** As enqueueSends, for what is sent alone. */
  enqueueSuspects(jobs: readonly SendJob[]): Promise<void>;
  enqueueDeliveries(jobs: readonly DeliveryJob[]): Promise<void>;
  enqueueNotifications(jobs: readonly NotificationJob[]): Promise<void>;
  /** As `DirectWindow.room`. Where there is none, rows wait for admission. */
  room(name: QueueName, jobs: number): Room | undefined;
  windows: SendWindows;
  admissionRuns: AdmissionRuns;
  /** Jobs that wait in a queue. Rejects while Redis is away. */
  waiting(name: QueueName): Promise<number>;
  depths(): Promise<Record<QueueName, Depth>>;
  /** BullMQ's own, for who shows what is in them. Rejects while Redis is away. */
  bullQueues(): Promise<Queue[]>;
  /** A random text kept in Redis. A changed one means that Redis has lost what it held. */
  epoch(): Promise<string>;
  /** Whether Redis takes a write. Never rejects; at most 1 s: slower than that counts as away. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** The producing side of all queues over one shared connection. */
export function openQueues({ redis, prefix = DEFAULT_PREFIX, clock, log }: QueuesOptions): Queues {
  const handles = openHandles(redis, prefix, log);
  const direct = openDirectWindow({
    redis,
    clock,
    waitKey: (name) => waitKey(prefix, name),
    windowsKey: windowsKey(prefix),
  });

  async function enqueue<J>(name: QueueName, jobs: readonly J[], idOf: (job: J) => string): Promise<void> {
    const timestamp = clock().getTime();
    for (let start = 0; start < jobs.length; start += CHUNK) {
      const chunk = jobs.slice(start, start + CHUNK).map((data) => toBulk(data, idOf(data), timestamp));
      await bounded(ENQUEUE_MS, `enqueue ${name}`, async () => add(await handles.queue(name), chunk));
    }
  }

  return {
    enqueueSends: async (jobs) => {
      await Promise.all(
        PRIORITIES.map((priority) => {
          const tier = jobs.filter((job) => job.priority === priority);
          return enqueue(SEND_QUEUES[priority], tier, sendJobId);
        }),
      );
    },
    enqueueSuspects: (jobs) => enqueue(QUEUES.quarantine, jobs, sendJobId),
    enqueueDeliveries: (jobs) => enqueue(QUEUES.deliver, jobs, deliveryJobId),
    enqueueNotifications: (jobs) => enqueue(QUEUES.ingest, jobs, notificationJobId),
    room: direct.room,
    windows: boundedWindows(redis, prefix),
    admissionRuns: boundedRuns(redis, prefix),
    waiting: (name) => bounded(READ_MS, `waiting ${name}`, () => redis.llen(waitKey(prefix, name))),
    depths: () => readDepths(handles, clock()),
    bullQueues: () => Promise.all(Object.values(QUEUES).map((name) => handles.queue(name))),
    epoch: () => bounded(READ_MS, "epoch", () => readEpoch(redis, `${prefix}:epoch`)),
    ping: () => ping(redis, `${prefix}:ping`),
    close: () => handles.close(),
  };
}

/** One job alone needs no transaction around it. */
async function add(queue: Queue, jobs: ReturnType<typeof toBulk>[]): Promise<void> {
  const [first] = jobs;
  if (first && jobs.length === 1) await queue.add(first.name, first.data, first.opts);
  else await queue.addBulk(jobs);
}

/** No trace is left: outcomes and the retries that follow from them stand in PostgreSQL, which `RETRIES` wait for. */
function toBulk<J>(data: J, jobId: string, timestamp: number) {
  const opts = { jobId, timestamp, ...RETRIES, removeOnComplete: true, removeOnFail: true };
  return { name: "job", data, opts };
}

function boundedWindows(redis: Redis, prefix: string): SendWindows {
  const windows = openSendWindows(redis, prefix);
  return {
    took: windows.took,
    measure: () => bounded(READ_MS, "measure", windows.measure),
    announce: (sizes) => bounded(READ_MS, "announce", () => windows.announce(sizes)),
    read: () => bounded(READ_MS, "windows", windows.read),
  };
}

function boundedRuns(redis: Redis, prefix: string): AdmissionRuns {
  const runs = openAdmissionRuns(redis, prefix);
  return {
    begin: (until, now) => bounded(READ_MS, "begin admission", () => runs.begin(until, now)),
    end: (until) => bounded(READ_MS, "end admission", () => runs.end(until)),
  };
}

async function readDepths(handles: Handles, now: Date): Promise<Record<QueueName, Depth>> {
  const read = (name: QueueName) =>
    bounded(READ_MS, `depth ${name}`, async () => readDepth(await handles.queue(name), now));
  const [critical, standard, bulk, quarantine, deliver, ingest] = await Promise.all([
    read(QUEUES.critical),
    read(QUEUES.standard),
    read(QUEUES.bulk),
    read(QUEUES.quarantine),
    read(QUEUES.deliver),
    read(QUEUES.ingest),
  ]);
  return {
    [QUEUES.critical]: critical,
    [QUEUES.standard]: standard,
    [QUEUES.bulk]: bulk,
    [QUEUES.quarantine]: quarantine,
    [QUEUES.deliver]: deliver,
    [QUEUES.ingest]: ingest,
  };
}

async function readEpoch(redis: Redis, key: string): Promise<string> {
  const proposed = randomUUID();
  const [, stored] = await Promise.all([redis.set(key, proposed, "NX"), redis.get(key)]);
  if (stored === null) throw new Error("Redis lost the epoch between two commands");
  return stored;
}

async function ping(redis: Redis, key: string): Promise<boolean> {
  try {
    // A Redis whose memory is full answers PING, and takes no job.
    const taken = bounded(PING_MS, "SET", () => redis.set(key, "1", "PX", PING_MS));
    return (await taken) === "OK";
  } catch {
    return false;
  }
}
