import type { Dialect, Mode, Priority, RecipientKind, Route } from "@sendex/core/accepting/message";
import { BROADCAST_PAUSED } from "@sendex/core/audiences/broadcast";
import type { Unwanted } from "@sendex/core/audiences/subscription";
import { SOURCE_PAUSED } from "@sendex/core/reputation/standing";
import { OWN_STATES } from "@sendex/core/reports/status";
import { nextTrial, SES_LIST_REMOVAL } from "@sendex/core/suppressions";
import { CLAIM } from "./claim-statement";
import type { ClaimRequest } from "./recipient-key";
import type { Data } from "../database/open";
import { keyed } from "../database/pools";

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
  keyId: string | null;
  createdAt: Date;
  /** As `NewMessage` has it. */
  trace: string | null;
  /** The topic that it is of. */
  topicId: string | null;
  dataKey: Uint8Array;
  /** The sealed body of a small message, so that most sends read nothing more; null: read it by itself. */
  body: Uint8Array | null;
}

/** Up to so many bytes of content a body comes along with its claim: a group of claims stays small in memory. */
const SMALL_BYTES = 64 * 1024;

/** Mail to an address that is being removed from SES's own list waits in steps of 3 s, for 15 min in all. */
const REMOVAL_STEP_MS = 3_000;
const REMOVAL_WAIT_MS = 15 * 60_000;
/** Mail of a paused key, template or broadcast is looked at again after this. */
const SOURCE_STEP_MS = 5 * 60_000;

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
 * before anything is said to SES. Standing, paused sources, suppression and the route's pause are joined in here: whatever a
 * cache or a job believed, nothing is claimed past a committed decision.
 */
export async function claimRecipients(
  data: Data,
  asked: ClaimRequest[],
  window: ClaimWindow,
): Promise<ClaimAnswer[]> {
  const want = [...new Map(asked.map((request) => [nameOf(request), request])).values()];
  const { rows } = await keyed(data).query<ClaimRow>(
    CLAIM({
      want,
      ...window,
      sendingRank: OWN_STATES.sending.rank,
      smallBytes: SMALL_BYTES,
      nextTrial: nextTrial(window.now),
      removalSince: new Date(window.now.getTime() - REMOVAL_WAIT_MS),
    }),
  );
  const found = new Map(rows.map((row) => [nameOf({ messageId: row.message_id, n: row.n }), row]));
  const given = new Set<string>();
  return asked.map((request) => {
    const name = nameOf(request);
    if (given.has(name)) return { verdict: "gone" };
    given.add(name);
    return answer(found.get(name), window.now);
  });
}

/** A second job for a recipient that stands in the same group finds it gone: one claim, one send. */
function nameOf({ messageId, n }: Pick<ClaimRequest, "messageId" | "n">): string {
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
  key_id: string | null;
  created_at: Date;
  trace: string | null;
  topic_id: string | null;
  data_key: Uint8Array;
  body: Uint8Array | null;
  standing: "active" | "suspended";
  suppression: string | null;
  softened: boolean;
  /** Its reader left all mail that one can leave, or its topic. */
  unwanted: Unwanted | null;
  /** The reason on SES's own list. */
  listed: string | null;
  leaving: boolean | null;
  source_paused: boolean;
  broadcast_paused: boolean;
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
  if (row.source_paused)
    return {
      verdict: "paused",
      claim,
      until: new Date(now.getTime() + SOURCE_STEP_MS),
      pause: row.broadcast_paused ? BROADCAST_PAUSED : SOURCE_PAUSED,
    };
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
  const { suppression, softened, unwanted, listed, leaving } = row;
  if (suppression !== null && !softened) return { verdict: "suppressed", claim, suppression, listed: false };
  if (unwanted !== null) return { verdict: "suppressed", claim, suppression: unwanted, listed: false };
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
    keyId: row.key_id,
    createdAt: row.created_at,
    trace: row.trace,
    topicId: row.topic_id,
    dataKey: row.data_key,
    body: row.body,
  };
}
