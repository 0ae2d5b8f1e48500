import { arrayOf, bigint, rows, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Dialect, Mode, Priority, Route } from "@sendex/core/accepting/message";
import type { RecipientStatus } from "@sendex/core/reports/status";
import { RECIPIENT_KEY, type RecipientKey } from "../sending/recipient-key";
import type { Transaction } from "../database/transaction";

/** How a notification names the recipient it is about: by the tags we sent along, or by SES's own id. */
export type TargetName = RecipientKey | { sesMessageId: string };

/** A recipient that an event is about, locked, with the facts of its message that an entry needs. */
export interface Target extends RecipientKey {
  address: string;
  status: RecipientStatus;
  rank: number;
  attempt: number;
  ladderStep: number;
  unknown: boolean;
  dueAt: Date | null;
  /** A worker was lost with it, and it is sent in quarantine. */
  suspect: boolean;
  /** Runs in quarantine that ended without a result. */
  crashes: number;
  sesMessageId: string | null;
  sentAt: Date | null;
  priority: Priority;
  route: Route;
  dialect: Dialect;
  mode: Mode;
  fromDomain: string;
  templateId: string | null;
  keyId: string | null;
  /** Of its message, as `NewMessage` has it. */
  trace: string | null;
}

export interface TargetMove {
  target: Target;
  status: RecipientStatus;
  rank: number;
  reason: string | null;
  sesMessageId: string | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
}

/** Locks every recipient that is named, in the order that all statements keep, until the transaction ends. */
export async function lockTargets(client: Transaction, names: TargetName[]): Promise<Target[]> {
  const keys = names.flatMap((name) => ("messageId" in name ? [name] : []));
  const ids = names.flatMap((name) => ("sesMessageId" in name ? [name.sesMessageId] : []));
  if (ids.length > 0) keys.push(...(await findBySesIds(client, ids)));
  if (keys.length === 0) return [];
  const { rows } = await client.query<TargetRow>(LOCK_TARGETS({ x: keys }));
  return rows.map(readTarget);
}

/** Events without our tags are few; looking for them apart leaves the others to one index. */
async function findBySesIds(client: Transaction, ids: string[]): Promise<RecipientKey[]> {
  const { rows } = await client.query<Pick<TargetRow, "account_id" | "message_id" | "n">>(
    FIND_BY_SES_IDS({ ids }),
  );
  return rows.map((row) => ({ accountId: row.account_id, messageId: row.message_id, n: row.n }));
}

/** Recipients whose lease, or whose wait for evidence, is over; locked, past those that others hold. */
export async function lockExpired(client: Transaction, now: Date, limit: number): Promise<Target[]> {
  const { rows } = await client.query<TargetRow>(LOCK_EXPIRED({ now, limit }));
  return rows.map(readTarget);
}

/** Writes what `advance` decided; what was waited for is waited for no more. Targets must be locked. */
export async function moveTargets(client: Transaction, moves: TargetMove[]): Promise<void> {
  if (moves.length === 0) return;
  await client.query(MOVE_TARGETS({ x: moves }));
}

interface TargetRow {
  account_id: string;
  message_id: string;
  n: number;
  address: string;
  status: RecipientStatus;
  rank: number;
  attempt: number;
  ladder_step: number;
  unknown: boolean;
  due_at: Date | null;
  suspect: boolean;
  crashes: number;
  ses_message_id: string | null;
  sent_at: Date | null;
  priority: Priority;
  route: Route;
  dialect: Dialect;
  mode: Mode;
  from_domain: string;
  template_id: string | null;
  key_id: string | null;
  trace: string | null;
}

function readTarget(row: TargetRow): Target {
  return {
    accountId: row.account_id,
    messageId: row.message_id,
    n: row.n,
    address: row.address,
    status: row.status,
    rank: row.rank,
    attempt: row.attempt,
    ladderStep: row.ladder_step,
    unknown: row.unknown,
    dueAt: row.due_at,
    suspect: row.suspect,
    crashes: row.crashes,
    sesMessageId: row.ses_message_id,
    sentAt: row.sent_at,
    priority: row.priority,
    route: row.route,
    dialect: row.dialect,
    mode: row.mode,
    fromDomain: row.from_domain,
    templateId: row.template_id,
    keyId: row.key_id,
    trace: row.trace,
  };
}

const TARGET_COLUMNS = `r.account_id, r.message_id, r.n, r.address, r.status, r.rank, r.attempt, r.ladder_step, r.unknown,
  r.due_at, r.suspect, r.crashes, r.ses_message_id, r.sent_at, r.priority, r.route, m.dialect, m.mode, m.from_domain, m.template_id, m.key_id, m.trace`;

const LOCK_TARGETS = statement(
  "lock-targets",
  { x: rows<RecipientKey>(RECIPIENT_KEY) },
  ({ x }) => `
SELECT ${TARGET_COLUMNS} FROM (SELECT DISTINCT * FROM ${x}) x
JOIN recipients r USING (account_id, message_id, n) JOIN messages m ON m.account_id = r.account_id AND m.id = r.message_id
ORDER BY r.account_id, r.message_id, r.n
FOR UPDATE OF r`,
);

const LOCK_EXPIRED = statement(
  "lock-expired",
  { now: timestamptz, limit: bigint },
  (p) => `
SELECT ${TARGET_COLUMNS} FROM recipients r JOIN messages m ON m.account_id = r.account_id AND m.id = r.message_id
WHERE r.lease_until < ${p.now} AND (r.status = 'sending') IS TRUE
ORDER BY r.lease_until LIMIT ${p.limit}
FOR UPDATE OF r SKIP LOCKED`,
);

const MOVE_TARGETS = statement(
  "move-targets",
  {
    x: rows<TargetMove>({
      account_id: text(({ target }) => target.accountId),
      message_id: text(({ target }) => target.messageId),
      n: smallint(({ target }) => target.n),
      status: text(({ status }) => status),
      rank: smallint(({ rank }) => rank),
      reason: text.orNull(({ reason }) => reason),
      ses_message_id: text.orNull(({ sesMessageId }) => sesMessageId),
      sent_at: timestamptz.orNull(({ sentAt }) => sentAt),
      delivered_at: timestamptz.orNull(({ deliveredAt }) => deliveredAt),
    }),
  },
  ({ x }) => `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ses_message_id = COALESCE(r.ses_message_id, x.ses_message_id),
  sent_at = COALESCE(r.sent_at, x.sent_at), delivered_at = COALESCE(r.delivered_at, x.delivered_at),
  due_at = NULL, admitted_until = NULL, lease_until = NULL, unknown = false, suspect = false, crashes = 0
FROM ${x} WHERE (r.account_id, r.message_id, r.n) = (x.account_id, x.message_id, x.n) AND x.rank > r.rank`,
);

const FIND_BY_SES_IDS = statement(
  "find-by-ses-ids",
  { ids: arrayOf(text) },
  (p) => `SELECT account_id, message_id, n FROM recipients WHERE ses_message_id = ANY (${p.ids}::text[])`,
);
