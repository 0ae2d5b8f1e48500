import type { Priority } from "@sendex/core/accepting/message";
import type { SendQuota } from "@sendex/core/ports";
import { pausedRoutes } from "@sendex/data/sending/routes";
import type { Reservation } from "@sendex/queue/pace";
import type { Context } from "../context";
import { every } from "../schedule/every";

/** SES's rate for this account, shared with every other worker through Redis. */
export interface SendRate {
  /** Takes a slot that is near; else says when to come back. */
  reserve(priority: Priority): Promise<Reservation>;
  /** Recipients a second. */
  perSecond(): number;
  /** SES said that it was too fast. */
  throttled(): Promise<void>;
  /** Whether the route was seen shut since it was last opened. */
  pausedLately(): boolean;
  close(): void;
}

/** The quota changes seldom, and a pause is joined into each claim anyway. */
const REFRESH_MS = 60_000;
/** Until SES has answered once. */
const UNKNOWN_REFRESH_MS = 1_000;
const PAUSE_REFRESH_MS = 1_000;
/** SES's sandbox rate: what a new account may do, used until GetSendQuota has answered. */
const FALLBACK_RATE = 1;

/** Asks SES for its quota, now and every minute, sooner until it has answered once, and keeps the last answer. */
export async function openSendRate(context: Context): Promise<SendRate> {
  const route = context.settings.liveRoute;
  const first = await askQuota(context);
  let rate = first?.maxSendRate ?? FALLBACK_RATE;
  let paused = false;
  const quota = every(first ? REFRESH_MS : UNKNOWN_REFRESH_MS, context.log, async () => {
    const answer = await askQuota(context);
    rate = answer?.maxSendRate ?? rate;
    return answer || rate !== FALLBACK_RATE ? REFRESH_MS : UNKNOWN_REFRESH_MS;
  });
  const pauses = every(PAUSE_REFRESH_MS, context.log, async () => {
    paused = (await pausedRoutes(context.data)).some(({ name }) => name === route);
    return PAUSE_REFRESH_MS;
  });
  return {
    reserve: (priority) => context.pace.reserve(route, rate, priority),
    perSecond: () => rate,
    throttled: () => context.pace.throttled(route),
    pausedLately: () => paused,
    close() {
      quota.stop();
      pauses.stop();
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
