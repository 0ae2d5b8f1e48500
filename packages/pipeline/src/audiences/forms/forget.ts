import { PENDING_DAYS } from "@sendex/core/audiences/forms/form";
import { forgetCounts } from "@sendex/data/audiences/forms/counts";
import { removeUnconfirmed } from "@sendex/data/audiences/forms/sign-ups";
import { DAY_MS } from "@sendex/kit/day";
import type { Context } from "../../context";

const BATCH = 5_000;

/** Leaves nothing of those who did not confirm in 30 days, nor of what was counted before yesterday. Endpoints are not told: they were told of no contact. */
export async function forgetUnconfirmed({ data, clock }: Context): Promise<number> {
  const now = clock();
  const before = new Date(now.getTime() - PENDING_DAYS * DAY_MS);
  const day = new Date(now.getTime() - DAY_MS).toISOString().slice(0, "2026-11-30".length);
  await forgetCounts(data, day, BATCH);
  return removeUnconfirmed(data, { before, now, limit: BATCH });
}
