import type { Mode } from "@sendex/core/accepting/message";
import type { Told } from "@sendex/core/webhooks/told";
import { rows, smallint, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { DELIVERY_KEY, type DeliveryKey } from "./record-events";
import { formerSecrets } from "./secrets";
import { readTold, TOLD_COLUMNS, TOLD_EVENT, TOLD_JOINS, type ToldRow } from "./told";
import type { Data } from "../database/open";
import { keyed } from "../database/pools";

/** Names a delivery and the try that a job was made for. */
export interface TryKey extends DeliveryKey {
  /** Tries made before this one. */
  attempts: number;
}

export const TRY_KEY = { ...DELIVERY_KEY, attempts: smallint((row: TryKey) => row.attempts) };

/** One event on its way to one endpoint, with all that its request needs. Secrets are sealed. */
export interface DueDelivery extends TryKey {
  endpoint: string;
  /** The endpoint's. */
  mode: Mode;
  secret: Uint8Array;
  /** While secrets rotate: the former ones that still sign, oldest first. */
  formerSecrets: Uint8Array[];
  /** The events that its endpoint chose; none: all. */
  chosen: string[];
  failingSince: Date | null;
  /** Tries made before its present ladder. */
  ladderStart: number;
  dataKey: Uint8Array;
  /** What it is about: a message, or what an account event is about. */
  subjectId: string;
  /** Of the message that it is about, as `NewMessage` has it. */
  trace: string | null;
  told: Told;
}

/** `dropped`: its endpoint is gone or disabled, or of another mode than the message. `gone`: settled, or tried since by another. */
export type DeliveryLookup = DueDelivery | "dropped" | "gone";

/** Reads a group of deliveries, each with its endpoint, event, message and recipient, in one statement. */
export async function findDueDeliveries(data: Data, asked: TryKey[], now: Date): Promise<DeliveryLookup[]> {
  const { rows } = await keyed(data).query<DueRow>(DUE_DELIVERIES({ k: asked, now }));
  const found = new Map(rows.map((row) => [`${row.event_id} ${row.webhook_id}`, row]));
  return asked.map((key) => {
    const row = found.get(`${key.eventId} ${key.webhookId}`);
    return row ? (readDue(row, key) ?? "dropped") : "gone";
  });
}

interface DueRow extends ToldRow {
  webhook_id: string;
  webhook_status: "enabled" | "disabled" | null;
  endpoint: string;
  endpoint_mode: Mode;
  secret: Buffer;
  former_secrets: Buffer[];
  chosen: string[];
  failing_since: Date | null;
  ladder_start: number;
  data_key: Buffer;
  trace: string | null;
}

function readDue(row: DueRow, key: TryKey): DueDelivery | undefined {
  if (row.webhook_status !== "enabled") return undefined;
  const told = readTold(row, key.accountId);
  if (!told || !isFor(told, row.endpoint_mode)) return undefined;
  return {
    ...key,
    endpoint: row.endpoint,
    mode: row.endpoint_mode,
    secret: row.secret,
    formerSecrets: row.former_secrets,
    chosen: row.chosen,
    failingSince: row.failing_since,
    ladderStart: row.ladder_start,
    dataKey: row.data_key,
    subjectId: row.subject_id,
    trace: row.trace,
    told,
  };
}

/** A process of the version before tells every endpoint. */
function isFor(told: Told, mode: Mode): boolean {
  return told.kind === "account" || told.message.mode === mode;
}

// Each step hands on every key of the next one: with keys from two tables, a plan might look for a row by the account alone.
const DUE_DELIVERIES = statement(
  "due-deliveries",
  { k: rows<TryKey>(TRY_KEY), now: timestamptz },
  ({ k, now }) => `
WITH d AS MATERIALIZED (
  SELECT d.account_id, d.event_id, d.webhook_id, d.ladder_start
  FROM ${k} JOIN deliveries d USING (account_id, event_id, webhook_id, attempts)
  WHERE d.status = 'pending'
), e AS MATERIALIZED (
  SELECT d.*, ${TOLD_EVENT}
  FROM d LEFT JOIN events e ON e.account_id = d.account_id AND e.id = d.event_id
)
SELECT e.event_id, e.webhook_id, e.ladder_start, w.status AS webhook_status, w.endpoint, w.mode AS endpoint_mode, w.secret, w.failing_since, a.data_key,
  w.events AS chosen, ${formerSecrets(now)} AS former_secrets, m.trace,
  ${TOLD_COLUMNS}
FROM e JOIN accounts a ON a.id = e.account_id
LEFT JOIN webhooks w ON w.account_id = e.account_id AND w.id = e.webhook_id
${TOLD_JOINS}`,
);
