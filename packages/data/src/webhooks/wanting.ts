import { EVENT_ALIASES } from "@sendex/core/webhooks/alias";
import { KEPT_DAYS } from "@sendex/core/webhooks/disabled";

/**
 * Parts of a statement that writes deliveries of an event to the endpoints `w` that want it. One that is disabled is told
 * nothing: for a while it keeps what it missed, to be replayed.
 */

const ALIASES = Object.entries(EVENT_ALIASES).map(([alias, event]) => `WHEN '${event}' THEN '${alias}'`);

/** `w` wants the event whose webhook stands in `webhook`, or keeps it. `now` is a time. */
export function wants(webhook: string, now: string): string {
  return `(cardinality(w.events) = 0 OR ${webhook} = ANY (w.events) OR CASE ${webhook} ${ALIASES.join(" ")} END = ANY (w.events))
    AND (w.status = 'enabled' OR w.disabled_at > ${now}::timestamptz - interval '${KEPT_DAYS} days')`;
}

/** `w` may be told of this message: it is of its mode. */
export function isOfMode(accountId: string, messageId: string): string {
  return `w.mode = (SELECT m.mode FROM messages m WHERE m.account_id = ${accountId} AND m.id = ${messageId})`;
}

export const DELIVERY_COLUMNS = "account_id, event_id, webhook_id, status, due_at, admitted_until";

/** The values of the columns after the key. Until `freshUntil` it is its maker's to hand over. */
export function deliveryState(now: string, freshUntil: string): string {
  return `(CASE w.status WHEN 'enabled' THEN 'pending' ELSE 'dropped' END)::delivery_status, CASE w.status WHEN 'enabled' THEN ${now}::timestamptz END,
    CASE WHEN w.status = 'enabled' AND w.failing_since IS NULL THEN ${freshUntil}::timestamptz END`;
}
