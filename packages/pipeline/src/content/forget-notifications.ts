import { DAY_MS } from "@sendex/kit/day";
import { CONTENT_KEPT_DAYS } from "@sendex/core/content/retention";
import { expireNotifications } from "@sendex/data/content/erase-notifications";
import { forgetNotifications as forgetRows } from "@sendex/data/reports/notifications";
import type { Context } from "../context";

const BATCH = 5_000;
/** SNS gives up within hours; a redrive by hand may come days later. */
const KEPT_DAYS = 14;

/**
 * Forgets notifications that were taken in a while ago. What could not be taken in, and waits for an operator, goes when
 * the content goes that it may quote. How many were forgotten or closed.
 */
export async function forgetNotifications({ data, clock }: Context): Promise<number> {
  const now = clock();
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const expired = await expireNotifications(data, ago(CONTENT_KEPT_DAYS), now, BATCH);
  return expired + (await forgetRows(data, ago(KEPT_DAYS), BATCH));
}
