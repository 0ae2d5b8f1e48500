import { DAY_MS } from "@sendex/kit/day";

/** How long what is stored is kept. Source: docs/contract.md "Content". */

/** What the caller wrote, the subject included, from its accept on; longer only while a recipient is not settled. */
export const CONTENT_KEPT_DAYS = 30;

/**
 * An account that opts out keeps content until its message is settled and the content review has passed it; where the
 * review does not come to it, for this long after its accept. Milliseconds under RETRY_TIME_SCALE.
 */
export const OPTED_OUT_KEPT_MS = 10 * 60_000;

/** The request log; the newest of a week's partition is so old before it is dropped, and older ones are not shown. */
const LOGS_KEPT_DAYS = 30;

/** Timelines and webhooks outlive the messages they are about: the oldest event of a month's partition is so much older. */
const EVENTS_BEYOND_DAYS = 31;

/** Before which moment each of these is forgotten. */
export interface Cutoffs {
  contents: Date;
  /** Messages, their recipients and attempts. */
  messages: Date;
  /** Events, deliveries and their attempts. */
  events: Date;
  /** The request log. */
  logs: Date;
}

/** @param metadataDays how long messages are known at all, their content apart */
export function cutoffsAt(now: Date, metadataDays: number): Cutoffs {
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  return {
    contents: ago(CONTENT_KEPT_DAYS),
    messages: ago(metadataDays),
    events: ago(metadataDays + EVENTS_BEYOND_DAYS),
    logs: ago(LOGS_KEPT_DAYS),
  };
}
