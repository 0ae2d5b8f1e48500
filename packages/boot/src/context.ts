import { hostname } from "node:os";
import { openSealer } from "@sendex/crypto/seal";
import { type Data, openData } from "@sendex/data/database/open";
import type { Clock, Log, Meters } from "@sendex/core/ports";
import { openBatches } from "@sendex/pipeline/batches";
import type { Context, PipelineSettings } from "@sendex/pipeline/context";
import { openFileRoom } from "@sendex/pipeline/accepting/file-room";
import { openRawDeliveries } from "@sendex/pipeline/reports/raw-deliveries";
import { openStreams } from "@sendex/pipeline/events/streams";
import { openHints } from "@sendex/pipeline/hints/open";
import { openKeyUses } from "@sendex/pipeline/access/key-uses";
import { openRequestLog } from "@sendex/pipeline/logs/gather";
import { bounded } from "@sendex/queue/bounded";
import { closeRedis, openRedis, type Redis } from "@sendex/queue/connection";
import { evictionTrouble } from "@sendex/queue/eviction";
import { openDomainPaces } from "@sendex/queue/domain-paces";
import { openEventHints } from "@sendex/queue/event-hints";
import { openInvalidations } from "@sendex/queue/invalidations";
import { openPace } from "@sendex/queue/pace";
import { openQueues } from "@sendex/queue/producer";
import { openRateWindows } from "@sendex/queue/rate-window";
import { openStreamSeats } from "@sendex/queue/stream-seats";
import { openTemplates } from "@sendex/render/templates";
import { systemClock } from "./clock";
import { openFailPoint } from "./fail-point";
import { liveRoute, openPorts, sesRegion, topicArns } from "./ports";
import type { Settings } from "./settings";

export interface OpenedContext {
  context: Context;
  close(): Promise<void>;
}

export interface ContextOptions {
  settings: Settings;
  /** Of the process; Redis shows it for its connection. */
  name: string;
  log: Log;
  meters: Meters;
  clock?: Clock;
  /** Of every Redis key. */
  prefix?: string;
  /** In place of the world, in tests. */
  ports?: Context["ports"];
}

/** Redis may come later than we do; how long to wait before starting without it. */
const REDIS_MS = 3_000;

/**
 * Opens what the verbs need. PostgreSQL and Redis need not be there yet.
 * @throws Error when Redis is there and may evict what we queue
 */
export async function openContext(options: ContextOptions): Promise<OpenedContext> {
  const { settings, name, log, meters, clock = systemClock, prefix } = options;
  const redis = openRedis({ url: settings.redisUrl, role: "command", name, log });
  try {
    await refuseEviction(redis, log);
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  const shared = { redis, log, ...(prefix === undefined ? {} : { prefix }) };
  const rows = openRows({ ...options, clock });
  const { data } = rows.context;
  const queues = openQueues({ ...shared, clock });
  const invalidations = openInvalidations({ ...shared, redisUrl: settings.redisUrl, name });
  const events = openEvents({ ...options, clock }, { ...shared, data });
  const templates = openTemplates();
  const outside = openOutside({ ...options, clock });
  return {
    context: {
      clock,
      log,
      meters,
      ...rows.context,
      batches: openBatches(data, queues, clock, settings.retryTimeScale),
      queues,
      rates: openRateWindows(shared),
      invalidations,
      hints: openHints(invalidations, clock),
      ...events.context,
      files: openFileRoom(),
      rawDeliveries: openRawDeliveries(),
      pace: openPace(shared),
      domains: openDomainPaces(shared),
      sealer: openSealer({ masterKeys: settings.encryptionKeys }),
      templates,
      ports: outside.ports,
      failPoint: openFailPoint(settings.failAt, name),
      settings: pipelineSettings(settings),
    },
    async close() {
      outside.close();
      await templates.close();
      await invalidations.close();
      await events.close();
      await queues.close();
      await closeRedis(redis);
      await rows.close();
    },
  };
}

/** PostgreSQL, and what is written there off everybody's path. */
function openRows({ settings, log, meters, clock }: ContextOptions & { clock: Clock }): {
  context: Pick<Context, "data" | "keyUses" | "requestLog">;
  close(): Promise<void>;
} {
  const { databaseUrl: url, databasePool: poolSize, databasePatience: patience } = settings;
  const data = openData({ url, poolSize, patience, log });
  const requestLog = openRequestLog(data, clock, { log, meters });
  return {
    context: { data, keyUses: openKeyUses(data, clock, log), requestLog },
    async close() {
      await requestLog.close();
      await data.close();
    },
  };
}

/** The world, or what a test has in place of it. */
function openOutside({ ports, settings, log, clock }: ContextOptions & { clock: Clock }) {
  return ports ? { ports, close: () => undefined } : openPorts(settings, { clock, log });
}

/** What streams of events need. A process that was started again has the name that it had before. */
function openEvents(
  { settings, name, clock }: ContextOptions & { clock: Clock },
  shared: { redis: Redis; log: Log; prefix?: string; data: Data },
): { context: Pick<Context, "eventHints" | "streams">; close(): Promise<void> } {
  const eventHints = openEventHints({ ...shared, redisUrl: settings.redisUrl, name });
  const seats = openStreamSeats({ ...shared, instance: `${hostname()}:${settings.port}`, clock });
  const streams = openStreams({ ...shared, hints: eventHints, seats, clock });
  return {
    context: { eventHints, streams },
    async close() {
      streams.close();
      await eventHints.close();
    },
  };
}

/** It may be lost at any moment, also between being ready and answering: that is no reason not to start. */
async function refuseEviction(redis: Redis, log: Log): Promise<void> {
  const trouble = await untilReady(redis)
    .then(() => evictionTrouble(redis))
    .catch((error: unknown) => {
      log.warn({ err: error }, "starting without Redis");
    });
  if (trouble) throw new Error(trouble);
  redis.on("ready", () => {
    evictionTrouble(redis).then(
      (found) => found && log.error({ trouble: found }, "Redis is not safe to queue in"),
      (error: unknown) => log.warn({ err: error }, "Redis could not be asked whether it may evict"),
    );
  });
}

async function untilReady(redis: Redis): Promise<void> {
  if (redis.status === "ready") return;
  const ready = new Promise<void>((resolve) => redis.once("ready", () => resolve()));
  await bounded(REDIS_MS, "connecting to Redis", () => ready);
}

function pipelineSettings(settings: Settings): PipelineSettings {
  return {
    liveRoute: liveRoute(settings),
    region: sesRegion(settings),
    topicArns: topicArns(settings),
    configurationSet: settings.configurationSet,
    retryTimeScale: settings.retryTimeScale,
    rateLimitPerMinute: settings.rateLimitPerMinute,
    metadataRetentionDays: settings.metadataRetentionDays,
    keyPepper: settings.keyPepper,
    systemFrom: settings.systemFrom,
    publicUrl: settings.publicUrl,
    publicSmtp: settings.publicSmtp,
    signUp: settings.signUp,
    oidc: settings.oidc,
    trustProxy: settings.trustProxy,
  };
}
