import { scaled } from "@sendex/core/sending/ladder";
import type { Route } from "@sendex/core/accepting/message";
import { pauseRoute } from "@sendex/data/sending/routes";
import { PROBE_MS } from "./answer-result";
import type { Context } from "../context";

/** Shuts a route for all workers until the next probe; the first to notice raises the one alert. */
export async function pauseSending(
  context: Context,
  name: Route,
  trouble: { code: string; detail: string },
): Promise<void> {
  const pausedAt = context.clock();
  const probeAt = new Date(pausedAt.getTime() + scaled(PROBE_MS, context.settings.retryTimeScale));
  const fresh = await pauseRoute(context.data, { name, reason: trouble.code, pausedAt, probeAt });
  if (fresh)
    context.log.error(
      { alert: "sending_paused", route: name, code: trouble.code, detail: trouble.detail, probeAt },
      "SES cannot send for this account: everything queued waits, and one mail probes it from time to time",
    );
}
