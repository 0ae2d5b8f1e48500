import type { Mode } from "@sendex/core/accepting/message";
import { inGoodStanding, isBroadcastPaused, isSourcePaused } from "../access/conditions";
import { unwanted } from "../audiences/subscriptions";
import { int, rows, smallint, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { entryOf, TABLES } from "../suppressions/tables";
import { CLAIM_REQUEST, type ClaimRequest } from "./recipient-key";

// The one statement that claims a group of recipients; it answers a row for each that was still as its job says.
//
// `due_at` is compared with what the job was made for, so a stale job finds nothing; a second job for the same
// wait blocks on the row lock and then finds the status changed. A try at a softened address is used up by the statement
// that claims it, so that there is one.
export const CLAIM = statement(
  "claim",
  {
    want: rows<ClaimRequest>(CLAIM_REQUEST),
    now: timestamptz,
    leaseUntil: timestamptz,
    sendingRank: smallint,
    /** Up to so many bytes of content a body comes along. */
    smallBytes: int,
    nextTrial: timestamptz,
    /** A removal from SES's list that was asked for later than this is waited for. */
    removalSince: timestamptz,
  },
  ({ want, now, leaseUntil, sendingRank, smallBytes, nextTrial, removalSince }) => `
WITH want AS (
  SELECT * FROM ${want}
), r AS (
  SELECT r.account_id, r.message_id, r.n, r.attempt, r.address, r.kind, r.ladder_step, r.reason, r.priority, r.route
  FROM want JOIN recipients r USING (account_id, message_id, n)
  WHERE r.due_at = want.due_at AND (r.status IN ('queued', 'scheduled')) IS TRUE
  ORDER BY r.account_id, r.message_id, r.n
  FOR UPDATE OF r
), m AS MATERIALIZED (
  SELECT r.*, m.mode, m.dialect, m.from_header, m.from_domain, m.addresses, m.recipient_count, m.subject, m.template_id, m.key_id, m.created_at,
    m.trace, m.topic_id, m.broadcast_id, m.bytes
  FROM r JOIN messages m ON m.account_id = r.account_id AND m.id = r.message_id
), facts AS (
  SELECT m.*, a.standing, a.data_key, s.reason AS suppression, s.address AS suppressed,
    COALESCE(s.trial_at <= ${now} AND m.priority = 'critical', false) AS softened,
    g.reason AS listed, g.state = 'removing' AS leaving, p.probe_at AS pause_until, p.reason AS pause_reason,
    COALESCE(${isSourcePaused("m", "a")}, false) AS source_paused, COALESCE(${isBroadcastPaused("m", "a")}, false) AS broadcast_paused, ${unwanted("m", now)} AS unwanted
  FROM m JOIN accounts a ON a.id = m.account_id
  LEFT JOIN LATERAL ${entryOf("m.mode", "m.account_id", "lower(m.address)")} s ON s.expires_at IS NULL OR s.expires_at > ${now}
  LEFT JOIN ses_suppressions g ON m.mode = 'live' AND g.route = m.route AND g.address = lower(m.address)
    AND (g.state = 'listed' OR g.state = 'removing' AND g.asked_at > ${removalSince})
  LEFT JOIN send_routes p ON p.name = m.route AND p.probe_at > ${now}
), trial AS (
  SELECT DISTINCT ON (mode, account_id, suppressed) mode, account_id, suppressed, message_id, n FROM facts
  WHERE softened AND listed IS NULL AND ${inGoodStanding("facts")} AND NOT source_paused AND pause_until IS NULL AND unwanted IS NULL
  ORDER BY mode, account_id, suppressed, message_id, n
), ${useUpTrials("live_tried", "live", now, nextTrial)}, ${useUpTrials("test_tried", "test", now, nextTrial)}, tried AS (
  SELECT * FROM live_tried UNION ALL SELECT * FROM test_tried
), claimed AS (
  UPDATE recipients u SET status = 'sending', rank = ${sendingRank}, attempt = u.attempt + 1, lease_until = ${leaseUntil}, unknown = false,
    due_at = NULL, admitted_until = NULL
  FROM facts f LEFT JOIN tried t ON (t.account_id, t.message_id, t.n) = (f.account_id, f.message_id, f.n)
  WHERE (u.account_id, u.message_id, u.n) = (f.account_id, f.message_id, f.n)
    AND ${inGoodStanding("f")} AND NOT f.source_paused AND (f.suppression IS NULL OR t.n IS NOT NULL) AND f.listed IS NULL AND f.pause_until IS NULL
    AND f.unwanted IS NULL
  RETURNING u.account_id, u.message_id, u.n, u.attempt
), attempted AS (
  INSERT INTO attempts (account_id, message_id, n, attempt, started_at)
  SELECT account_id, message_id, n, attempt, ${now} FROM claimed
)
SELECT f.*, c.n IS NOT NULL AS claimed, b.sealed AS body
FROM facts f
LEFT JOIN claimed c ON (c.account_id, c.message_id, c.n) = (f.account_id, f.message_id, f.n)
LEFT JOIN contents b ON c.n IS NOT NULL AND f.bytes <= ${smallBytes} AND b.account_id = f.account_id AND b.message_id = f.message_id AND b.field = 'body'`,
);

/** A step `name` that puts off the next try at the addresses of `trial` of one mode. */
function useUpTrials(name: string, mode: Mode, now: string, nextTrial: string): string {
  return `${name} AS (
  UPDATE ${TABLES[mode]} s SET trial_at = ${nextTrial} FROM trial t
  WHERE t.mode = '${mode}' AND s.account_id = t.account_id AND s.address = t.suppressed AND s.trial_at <= ${now}
  RETURNING t.account_id, t.message_id, t.n
)`;
}
