import { KEPT_EVENTS } from "@sendex/core/webhooks/disabled";
import { bigint, rows, text } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, prisma } from "../database/pools";

export interface DisabledEndpoint {
  accountId: string;
  id: string;
  disabledAt: Date;
}

/** The endpoints after `after` that are disabled and may have missed something, by their ids. */
export async function listDisabled(data: Data, after: string, limit: number): Promise<DisabledEndpoint[]> {
  const found = await prisma(data).webhook.findMany({
    where: { status: "disabled", disabledAt: { not: null }, id: { gt: after } },
    select: { accountId: true, id: true, disabledAt: true },
    orderBy: { id: "asc" },
    take: limit,
  });
  return found.flatMap(({ disabledAt, ...key }) => (disabledAt ? [{ ...key, disabledAt }] : []));
}

/** An endpoint, and the lowest id of the events that it may have missed. */
export interface MissedSince {
  accountId: string;
  webhookId: string;
  floor: string;
}

/** Of what these endpoints missed keeps the newest; removes up to `limit` rows of the rest, and returns how many. */
export async function trimMissed(data: Data, endpoints: MissedSince[], limit: number): Promise<number> {
  if (endpoints.length === 0) return 0;
  const { rowCount } = await keyed(data).query(TRIM({ x: endpoints, limit }));
  return rowCount ?? 0;
}

const TRIM = unpreparedStatement(
  {
    x: rows<MissedSince>({
      account_id: text(({ accountId }) => accountId),
      webhook_id: text(({ webhookId }) => webhookId),
      floor: text(({ floor }) => floor),
    }),
    limit: bigint,
  },
  ({ x, limit }) => `
WITH cut AS MATERIALIZED (
  SELECT x.*, last.event_id AS until FROM ${x} CROSS JOIN LATERAL (
    SELECT event_id FROM deliveries d WHERE d.webhook_id = x.webhook_id AND d.event_id >= x.floor
    ORDER BY d.event_id DESC OFFSET ${KEPT_EVENTS} LIMIT 1
  ) last
), old AS MATERIALIZED (
  SELECT d.account_id, d.event_id, d.webhook_id FROM cut JOIN deliveries d ON d.webhook_id = cut.webhook_id
    AND d.event_id >= cut.floor AND d.event_id <= cut.until AND d.account_id = cut.account_id
  WHERE d.status = 'dropped' AND d.attempts = 0 LIMIT ${limit}
)
DELETE FROM deliveries d USING old WHERE (d.account_id, d.event_id, d.webhook_id) = (old.account_id, old.event_id, old.webhook_id)`,
);
