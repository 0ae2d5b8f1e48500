import type { Pool } from "pg";
import type { Dialect, Mode, Priority, RecipientKind, Route } from "@sendex/core/message";
import { OWN_STATES } from "@sendex/core/status";
import { nextTrial, SES_LIST_REMOVAL } from "@sendex/core/suppression";

/** Names one recipient and the waiting turn that a job was made for. */
export interface Turn {
  accountId: string;
  messageId: string;
  n: number;
  /** Of the row when the job was made, ms; a row that was put back has another. */
  due: number;
}

export interface ClaimWindow {
  now: Date;
  leaseUntil: Date;
}

/** All that a send needs to know, in the state that the claim left it in. */
export interface Claim {
  accountId: string;
  messageId: string;
  n: number;
  /** The fencing token of this attempt. */
  attempt: number;
  address: string;
  kind: RecipientKind;
  ladderStep: number;
  reason: string | null;
  priority: Priority;
  route: Route;
  dialect: Dialect;
  mode: Mode;
  from: string;
  fromDomain: string;
  addresses: { to: string[]; cc: string[]; bcc: string[]; replyTo: string[] };
  recipientCount: number;
  subject: string | null;
  templateId: string | null;
  createdAt: Date;
  dataKey: Uint8Array;
  /** The sealed body of a small message, so that most sends read nothing more; null: read it by itself. */
  body: Uint8Array | null;
}

/** Up to so many bytes of content a body comes along with its claim: a group of claims stays small in memory. */
const SMALL_BYTES = 64 * 1024;

/** Mail to an address that is on its way off SES's own list waits in such steps, and no longer than that in all. */
const REMOVAL_STEP_MS = 3_000;
const REMOVAL_WAIT_MS = 15 * 60_000;

/**
 * `listed`: the SES account's list has the address, and the account's own may not. `softened`: a critical mail may try
 * the address once more, as soon as it is off SES's list. `gone`: cancelled, settled, claimed by another, or put back since. The others leave the row as it was, for
 * the caller to end or put back with an entry on the timeline.
 */
export type ClaimAnswer =
  | { verdict: "claimed"; claim: Claim }
  | { verdict: "suppressed"; claim: Claim; suppression: string; listed: boolean }
  | { verdict: "softened"; claim: Claim; until: Date; pause: string }
  | { verdict: "suspended"; claim: Claim }
  | { verdict: "paused"; claim: Claim; until: Date; pause: string }
  | { verdict: "gone" };

/**
 * Claims recipients by compare-and-set and writes their attempt rows, in one statement and so in one commit,
 * before anything is said to SES. Standing, suppression and the route's pause are joined in here: whatever a
 * cache or a job believed, nothing is claimed past a committed decision.
 */
export async function claimRecipients(
  pool: Pool,
  asked: Turn[],
  window: ClaimWindow,
): Promise<ClaimAnswer[]> {
  const turns = [...new Map(asked.map((turn) => [nameOf(turn), turn])).values()];
  const { rows } = await pool.query<ClaimRow>({
    name: "claim",
    text: CLAIM,
    values: [
      turns.map(({ accountId }) => accountId),
      turns.map(({ messageId }) => messageId),
      turns.map(({ n }) => n),
      turns.map(({ due }) => new Date(due)),
      window.now,
      window.leaseUntil,
      OWN_STATES.sending.rank,
      SMALL_BYTES,
      nextTrial(window.now),
      new Date(window.now.getTime() - REMOVAL_WAIT_MS),
    ],
  });
  const found = new Map(rows.map((row) => [nameOf({ messageId: row.message_id, n: row.n }), row]));
  const given = new Set<string>();
  return asked.map((turn) => {
    const name = nameOf(turn);
    if (given.has(name)) return { verdict: "gone" };
    given.add(name);
    return answer(found.get(name), window.now);
  });
}

/** A second job for a turn that stands in the same group finds it gone: one claim, one send. */
function nameOf({ messageId, n }: Pick<Turn, "messageId" | "n">): string {
  return `${messageId}-${n}`;
}

interface ClaimRow {
  account_id: string;
  message_id: string;
  n: number;
  attempt: number;
  address: string;
  kind: RecipientKind;
  ladder_step: number;
  reason: string | null;
  priority: Priority;
  route: Route;
  dialect: Dialect;
  mode: Mode;
  from_header: string;
  from_domain: string;
  addresses: Claim["addresses"];
  recipient_count: number;
  subject: string | null;
  template_id: string | null;
  created_at: Date;
  data_key: Uint8Array;
  body: Uint8Array | null;
  standing: "active" | "suspended";
  suppression: string | null;
  softened: boolean;
  /** The reason on SES's own list. */
  listed: string | null;
  leaving: boolean | null;
  pause_until: Date | null;
  pause_reason: string | null;
  claimed: boolean;
}

function answer(row: ClaimRow | undefined, now: Date): ClaimAnswer {
  if (!row) return { verdict: "gone" };
  const claim = readClaim(row);
  if (row.standing !== "active") return { verdict: "suspended", claim };
  const suppressed = suppressedBy(row, claim, now);
  if (suppressed) return suppressed;
  if (row.pause_until)
    return { verdict: "paused", claim, until: row.pause_until, pause: row.pause_reason ?? "" };
  if (row.claimed) return { verdict: "claimed", claim };
  // Another critical mail took the one try.
  return row.suppression === null
    ? { verdict: "gone" }
    : { verdict: "suppressed", claim, suppression: row.suppression, listed: false };
}

/** The account's own list first, then the one that all accounts share at SES. */
function suppressedBy(row: ClaimRow, claim: Claim, now: Date): ClaimAnswer | undefined {
  const { suppression, softened, listed, leaving } = row;
  if (suppression !== null && !softened) return { verdict: "suppressed", claim, suppression, listed: false };
  if (listed === null) return undefined;
  const wait = { until: new Date(now.getTime() + REMOVAL_STEP_MS), pause: SES_LIST_REMOVAL };
  if (leaving) return { verdict: "paused", claim, ...wait };
  if (softened && listed === "bounce") return { verdict: "softened", claim, ...wait };
  return { verdict: "suppressed", claim, suppression: listed, listed: true };
}

function readClaim(row: ClaimRow): Claim {
  return {
    accountId: row.account_id,
    messageId: row.message_id,
    n: row.n,
    attempt: row.attempt + (row.claimed ? 1 : 0),
    address: row.address,
    kind: row.kind,
    ladderStep: row.ladder_step,
    reason: row.reason,
    priority: row.priority,
    route: row.route,
    dialect: row.dialect,
    mode: row.mode,
    from: row.from_header,
    fromDomain: row.from_domain,
    addresses: row.addresses,
    recipientCount: row.recipient_count,
    subject: row.subject,
    templateId: row.template_id,
    createdAt: row.created_at,
    dataKey: row.data_key,
    body: row.body,
  };
}

// `due_at` is compared with what the job was made for, so a stale job finds nothing; a second job for the same
// turn waits for the row lock and then finds the status changed. A try at a softened address is used up by the statement
// that claims it, so that there is one.
const CLAIM = `
WITH want AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[]) AS w(account_id, message_id, n, due_at)
), r AS (
  SELECT r.account_id, r.message_id, r.n, r.attempt, r.address, r.kind, r.ladder_step, r.reason, r.priority, r.route
  FROM want JOIN recipients r USING (account_id, message_id, n)
  WHERE r.due_at = want.due_at AND (r.status IN ('queued', 'scheduled')) IS TRUE
  ORDER BY r.account_id, r.message_id, r.n
  FOR UPDATE OF r
), facts AS (
  SELECT r.*, a.standing, a.data_key, s.reason AS suppression, s.address AS suppressed,
    COALESCE(s.trial_at <= $5 AND r.priority = 'critical', false) AS softened,
    g.reason AS listed, g.state = 'removing' AS leaving, p.probe_at AS pause_until, p.reason AS pause_reason
  FROM r JOIN accounts a ON a.id = r.account_id
  LEFT JOIN suppressions s ON s.account_id = r.account_id AND s.address = lower(r.address) AND (s.expires_at IS NULL OR s.expires_at > $5)
  LEFT JOIN ses_suppressions g ON g.route = r.route AND g.address = lower(r.address)
    AND (g.state = 'listed' OR g.state = 'removing' AND g.asked_at > $10)
  LEFT JOIN send_routes p ON p.name = r.route AND p.probe_at > $5
), tried AS (
  UPDATE suppressions s SET trial_at = $9
  FROM (
    SELECT DISTINCT ON (account_id, suppressed) account_id, suppressed, message_id, n FROM facts
    WHERE softened AND listed IS NULL AND standing = 'active' AND pause_until IS NULL
    ORDER BY account_id, suppressed, message_id, n
  ) t
  WHERE s.account_id = t.account_id AND s.address = t.suppressed AND s.trial_at <= $5
  RETURNING t.account_id, t.message_id, t.n
), claimed AS (
  UPDATE recipients u SET status = 'sending', rank = $7, attempt = u.attempt + 1, lease_until = $6, unknown = false,
    due_at = NULL, admitted_until = NULL
  FROM facts f LEFT JOIN tried t ON (t.account_id, t.message_id, t.n) = (f.account_id, f.message_id, f.n)
  WHERE (u.account_id, u.message_id, u.n) = (f.account_id, f.message_id, f.n)
    AND f.standing = 'active' AND (f.suppression IS NULL OR t.n IS NOT NULL) AND f.listed IS NULL AND f.pause_until IS NULL
  RETURNING u.account_id, u.message_id, u.n, u.attempt
), attempted AS (
  INSERT INTO attempts (account_id, message_id, n, attempt, started_at)
  SELECT account_id, message_id, n, attempt, $5 FROM claimed
)
SELECT f.*, m.dialect, m.mode, m.from_header, m.from_domain, m.addresses, m.recipient_count, m.subject, m.template_id, m.created_at,
  c.n IS NOT NULL AS claimed, b.sealed AS body
FROM facts f JOIN messages m ON m.account_id = f.account_id AND m.id = f.message_id
LEFT JOIN claimed c ON (c.account_id, c.message_id, c.n) = (f.account_id, f.message_id, f.n)
LEFT JOIN contents b ON c.n IS NOT NULL AND m.bytes <= $8 AND b.account_id = f.account_id AND b.message_id = f.message_id AND b.field = 'body'`;
