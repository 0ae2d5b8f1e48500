import type { Priority } from "@sendex/core/message";
import type { SendQuota } from "@sendex/core/ports";
import { pausedRoutes } from "@sendex/data/send-routes";
import type { Context } from "./context";

/** SES's rate for this account, shared with every other worker through Redis. */
export interface SendRate {
  /** Takes a slot that is at most `maxWaitMs` away; else says when to ask again. */
  reserve(priority: Priority, maxWaitMs: number): Promise<{ reserved: boolean; waitMs: number }>;
  /** SES said that it was too fast. */
  throttled(): Promise<void>;
  /** Whether the route was seen shut since it was last opened. */
  pausedLately(): boolean;
  close(): void;
}

/** The quota changes seldom, and a pause is joined into each claim anyway. */
const REFRESH_MS = 60_000;
const PAUSE_REFRESH_MS = 1_000;
/** SES's sandbox rate: what a new account may do, used until GetSendQuota has answered. */
const FALLBACK_RATE = 1;

/** Asks SES for its quota, now and every minute, and keeps the last answer. */
export async function openSendRate(context: Context): Promise<SendRate> {
  const route = context.settings.liveRoute;
  let rate = (await askQuota(context))?.maxSendRate ?? FALLBACK_RATE;
  let paused = false;
  const quota = setInterval(() => {
    void askQuota(context).then((answer) => {
      rate = answer?.maxSendRate ?? rate;
    });
  }, REFRESH_MS);
  const pauses = setInterval(() => {
    pausedRoutes(context.data).then(
      (routes) => {
        paused = routes.some(({ name }) => name === route);
      },
      (error: unknown) => context.log.warn({ err: error }, "the state of the send routes could not be read"),
    );
  }, PAUSE_REFRESH_MS);
  return {
    reserve: (priority, maxWaitMs) =>
      context.pace.reserve(route, rate, maxWaitMs, { urgent: priority === "critical" }),
    throttled: () => context.pace.throttled(route),
    pausedLately: () => paused,
    close() {
      clearInterval(quota);
      clearInterval(pauses);
    },
  };
}

async function askQuota(context: Context): Promise<SendQuota | undefined> {
  try {
    return await context.ports.quota();
  } catch (error) {
    context.log.warn(
      { err: error },
      "SES was asked for its quota and did not answer; the last known rate stays",
    );
    return undefined;
  }
}
