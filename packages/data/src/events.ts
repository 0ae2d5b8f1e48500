import type { Told } from "@sendex/core/webhooks/told";
import { bigint, rows, text } from "./database/parameters";
import { statement } from "./database/statement";
import type { Data } from "./database/open";
import { keyed } from "./database/pools";
import { readTold, TOLD_COLUMNS, TOLD_EVENT, TOLD_JOINS, type ToldRow } from "./webhooks/told";

/** An event that webhooks tell, of an account's stream of them. */
export interface StreamedEvent {
  id: string;
  told: Told;
}

/** The ids of an account's events after an id, of both modes, in their order; without those of timelines alone. */
export async function listEventIds(
  data: Data,
  accountId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await keyed(data).query<{ id: string }>(EVENT_IDS({ accountId, after, limit }));
  return rows.map(({ id }) => id);
}

/** What is told of these, in the order of their ids; without those whose message is gone. */
export async function readEvents(data: Data, accountId: string, ids: string[]): Promise<StreamedEvent[]> {
  const { rows } = await keyed(data).query<ToldRow>(READ_EVENTS({ accountId, x: ids }));
  return rows.flatMap((row) => {
    const told = readTold(row, accountId);
    return told ? [{ id: row.event_id, told }] : [];
  });
}

const EVENT_IDS = statement(
  "event-ids",
  { accountId: text, after: text, limit: bigint },
  (p) => `
SELECT id FROM events WHERE account_id = ${p.accountId} AND id > ${p.after} AND webhook IS NOT NULL ORDER BY id LIMIT ${p.limit}`,
);

const READ_EVENTS = statement(
  "read-events",
  { accountId: text, x: rows<string>({ id: text((id) => id) }) },
  ({ accountId, x }) => `
WITH e AS MATERIALIZED (
  SELECT e.account_id, e.id, ${TOLD_EVENT} FROM ${x} JOIN events e ON e.account_id = ${accountId} AND e.id = x.id
)
SELECT e.id AS event_id, ${TOLD_COLUMNS} FROM e ${TOLD_JOINS} ORDER BY e.id`,
);
