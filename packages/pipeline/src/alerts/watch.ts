import { watchedAccounts } from "@sendex/data/alerts/watched";
import { forgetAlerts } from "@sendex/data/alerts/standing";
import { METRICS_KEPT_DAYS } from "@sendex/core/analytics/question";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import type { Context } from "../context";
import { evaluateAlerts } from "./evaluate";

/** Accounts whose cells are read together. */
const PAGE = 20;
/** Of one turn: with more of them, each is looked at every few turns. */
const MAX_ACCOUNTS = 1_000;
/** An account without mail for so long has nothing new to judge. */
const QUIET_MS = 6 * HOUR_MS;
/** Alerts of one turn of forgetting. */
const BATCH = 1_000;

/** Looks at the accounts that may need or have an alert, in turns that go on where the last one ended. Each returns how many it looked at. */
export function openAlertWatch(context: Context): () => Promise<number> {
  let after = "";
  return async () => {
    for (let looked = 0; ;) {
      const since = new Date(context.clock().getTime() - QUIET_MS);
      const page = await watchedAccounts(context.data, { since, after, limit: PAGE });
      const last = page.at(-1);
      // Before they are judged: an account that cannot be judged does not keep the others from it.
      after = last !== undefined && page.length === PAGE ? last : "";
      await evaluateAlerts(context, page);
      looked += page.length;
      if (after === "" || looked >= MAX_ACCOUNTS) return looked;
    }
  };
}

/** Alerts are kept as long as the figures that they speak of. */
export async function forgetOldAlerts({ data, clock }: Context): Promise<number> {
  return forgetAlerts(data, new Date(clock().getTime() - METRICS_KEPT_DAYS * DAY_MS), BATCH);
}
