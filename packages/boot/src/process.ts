import { getPriority, setPriority } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Log } from "@sendex/core/ports";
import type { Context } from "@sendex/pipeline/context";
import { openAdmin } from "./admin";
import { exitOnCrash } from "./crash";
import { openContext } from "./context";
import type { Role } from "./environment";
import { watchContext } from "./gauges";
import { shrinkHeap } from "./garbage";
import { openLog } from "./log";
import { openMeters, type OpenedMeters } from "./meters";
import { SettingsError, readSettings, type Settings } from "./settings";
import { openTracing } from "./tracing";
import { listenForStop, type Stop } from "./stop";

export interface Opened {
  context: Context;
  settings: Settings;
  meters: OpenedMeters;
  log: Log;
}

export interface Running {
  /** Takes nothing new, lets what is in hand finish, and lets go of it after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
  /** Names each thing needed, with `ok` or what is wrong with it. */
  ready?(): Promise<Record<string, string>>;
}

export interface ProcessOptions {
  /** As in dev.json and in every log line. */
  name: string;
  role: Role;
  start(opened: Opened): Promise<Running>;
  /** On a busy machine the processes between a mail and SES come first. */
  yields?: boolean;
  drainMs?: number;
}

/** Under the 30 s that container platforms give before they kill. */
const DRAIN_MS = 25_000;
/** Nice value: about 40 % of a normal process's share, enough to keep the locks of its jobs. */
const BEHIND = 4;
/**
 * The old generation may grow by half before it is collected. By default V8 lets it treble, which needs more memory
 * than a container has.
 */
const HEAP_GROWTH = "--heap-growing-percent=50";
/** For closing connections after the drain. */
const CLOSE_MS = 4_000;

/**
 * Runs a process to its end: settings, context, admin server, `start`; then, at SIGTERM, SIGINT or a parent's
 * end, not ready → drained → closed → exit 0. A second signal exits at once; a crash is logged and exits 1.
 */
export function runProcess(options: ProcessOptions): void {
  // Reading times in English reckons with the process's own clock, whose changes in summer would get into it.
  process.env["TZ"] = "UTC";
  setFlagsFromString(HEAP_GROWTH);
  const settings = settingsOrExit(options.role);
  const log = openLog({ level: settings.logLevel, name: options.name });
  const crash = exitOnCrash(log);
  // A process that was started with a higher nice value keeps it: only root may lower it.
  if (options.yields && getPriority() < BEHIND) setPriority(BEHIND);
  const stop = listenForStop({ log, parentPipe: settings.parentPipe });
  run(options, settings, log, stop).then(
    () => process.exit(0),
    (error: unknown) => crash(error, "failed"),
  );
}

function settingsOrExit(role: Role): Settings {
  try {
    return readSettings(process.env, role);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    return process.exit(1);
  }
}

async function run(options: ProcessOptions, settings: Settings, log: Log, stop: Stop): Promise<void> {
  const { name, drainMs = DRAIN_MS } = options;
  const meters = openMeters();
  const state: { phase: string; running?: Running } = { phase: "starting" };
  const admin =
    settings.adminPort === undefined
      ? undefined
      : await openAdmin({
          port: settings.adminPort,
          ready: async () =>
            state.phase === "running" ? ((await state.running?.ready?.()) ?? {}) : { process: state.phase },
          metrics: async () => ({ contentType: meters.contentType, text: await meters.text() }),
        });
  const flushTraces = await openTracing(settings.tracing, name, log);
  const opened = await openContext({ settings, name, log, meters: meters.meters });
  watchContext(meters, opened.context);
  const running = await options.start({ context: opened.context, settings, meters, log });
  await shrinkHeap();
  Object.assign(state, { phase: "running", running });
  announce(settings, log, admin?.port);
  log.info({ why: await stop.asked }, "stopping");
  state.phase = "stopping";
  stop.exitAfter(drainMs + CLOSE_MS);
  await running.close(drainMs);
  await opened.close();
  await flushTraces();
  await admin?.close();
  log.info({}, "stopped");
}

function announce(settings: Settings, log: Log, adminPort: number | undefined): void {
  const { sesMode, configurationSet, retryTimeScale } = settings;
  log.info({ sesMode, configurationSet: configurationSet ?? null, retryTimeScale, adminPort }, "ready");
  if (configurationSet === undefined) {
    log.warn(
      {},
      "SES_CONFIG_SET is not set: SES tells us nothing after it took a mail, so there are only our own events, " +
        "and an unknown outcome is settled by the account's policy, without evidence",
    );
  }
}
