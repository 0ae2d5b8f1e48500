import {
  AHEAD,
  allowedNow,
  BREAKER,
  type BroadcastReason,
  windowFor,
} from "@sendex/core/audiences/broadcast";
import { SendexError } from "@sendex/core/error";
import { isAbove, WARNING_PERCENT } from "@sendex/core/reputation/rate";
import { idFloor } from "@sendex/crypto/token";
import { acceptMessages } from "@sendex/data/accepting/accept";
import { acceptMeteredIn } from "@sendex/data/accepting/metered";
import type { NewMessage, Stored } from "@sendex/data/accepting/submission";
import { accountTenant } from "@sendex/data/access/account-tenant";
import type { Tenant } from "@sendex/data/access/api-keys";
import { type BroadcastRow, findBroadcast } from "@sendex/data/audiences/broadcasts";
import { firstOutcomes } from "@sendex/data/audiences/broadcast-results";
import {
  type BroadcastKey,
  broadcastsInTurn,
  cancelMails,
  openMails,
  stepBroadcast,
} from "@sendex/data/audiences/broadcast-windows";
import { allProperties } from "@sendex/data/audiences/properties";
import { nextReaders, type Reader } from "@sendex/data/audiences/readers";
import { findSegment } from "@sendex/data/audiences/segments";
import { keyedTransaction, transaction } from "@sendex/data/database/transaction";
import { recordEvents } from "@sendex/data/webhooks/record-events";
import { isMetered } from "../credits/check";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newEntry } from "../webhooks/new-entry";
import { goOnWithTest } from "./run-subject-test";
import { mailsFor } from "./broadcast-window";
import { move } from "./drive-broadcast";

/** Broadcasts of one run: each makes one window of mails, so that all of them get on. */
const TURNS = 20;
/** One that has nothing to do just now is looked at again after this. */
const WAIT_MS = 300;
/** A tempo's next mail may be a minute away. */
const PACED_MS = 5_000;
/** After a failure. */
const AFTER_FAILURE_MS = 2_000;
const CANCELLED_AT_ONCE = 500;

/**
 * Gives each broadcast whose turn has come a window: its next contacts become mails in the same transaction that moves its
 * cursor past them. Whatever dies, and however many schedulers there are, each contact's mail is made once (ADR 24).
 */
export async function runBroadcasts(context: Context): Promise<number> {
  const turns = await broadcastsInTurn(context.data, context.clock(), TURNS);
  for (const key of turns) await turn(context, key).catch((error: unknown) => putOff(context, key, error));
  return turns.length;
}

/** What goes wrong with one broadcast is no other's trouble; it has its next turn after theirs. */
async function putOff(context: Context, key: BroadcastKey, error: unknown): Promise<void> {
  context.log.warn(
    { err: error, accountId: key.accountId, broadcastId: key.id },
    "a broadcast is tried again",
  );
  const broadcast = await findBroadcast(context.data, key, key.id);
  if (broadcast?.state === "sending") await wait(context, broadcast, null, AFTER_FAILURE_MS);
}

async function turn(context: Context, key: BroadcastKey): Promise<void> {
  const broadcast = await findBroadcast(context.data, key, key.id);
  switch (broadcast?.state) {
    case "queued":
      await move(context, broadcast, { from: ["queued"], to: "sending", turnAt: context.clock() });
      return;
    case "sending":
      return send(context, broadcast);
    case "cancelling":
      return cancelWaiting(context, broadcast);
    default:
  }
}

/** One window, or what stands in its way. */
async function send(context: Context, broadcast: BroadcastRow): Promise<void> {
  if (await breaks(context, broadcast)) return stop(context, broadcast, "many_bounces");
  const open = await openMails(context.data, broadcast, AHEAD);
  if (broadcast.exhausted && open.count === 0) {
    if (await goOnWithTest(context, broadcast)) return;
    await move(context, broadcast, { from: ["sending"], to: "sent" });
    return;
  }
  const now = context.clock();
  const allowed = allowedNow(broadcast.tempo, broadcast.made, now);
  const characters = (broadcast.html?.length ?? 0) + (broadcast.text?.length ?? 0);
  const limit = Math.min(windowFor(characters), AHEAD - open.count, allowed);
  if (broadcast.exhausted || limit < 1)
    return wait(context, broadcast, open.first, allowed < 1 ? PACED_MS : WAIT_MS);
  const made = idFloor("con", broadcast.startedAt ?? now);
  const segment = await findSegment(context.data, broadcast, broadcast.segmentId ?? "");
  if (!segment) return stop(context, broadcast, "segment_removed");
  const readers = await nextReaders(context.data, broadcast, segment.rule, { made, now, limit });
  const stopped = await sendTo(context, broadcast, {
    readers,
    first: open.first,
    exhausted: readers.length < limit,
  });
  if (stopped) await stop(context, broadcast, stopped);
}

interface Window {
  readers: Reader[];
  /** The first mail that may not have been tried. */
  first: string | null;
  exhausted: boolean;
}

/** Makes a window's mails; returns why they cannot be made, where that is so of all. */
async function sendTo(
  context: Context,
  broadcast: BroadcastRow,
  { readers, first, exhausted }: Window,
): Promise<BroadcastReason | undefined> {
  const { accountId, mode } = broadcast;
  const tenant = await accountTenant(context.data, accountId, mode);
  if (!tenant || tenant.standing !== "active") return "account_suspended";
  const properties = await allProperties(context.data, accountId);
  const window = await mailsFor(context, { broadcast, tenant, properties }, readers).catch(refused);
  if ("refusal" in window) return window.refusal;
  const { messages } = window;
  const step = {
    cursor: broadcast.cursor,
    winner: broadcast.winner,
    next: readers.at(-1)?.id ?? broadcast.cursor,
    made: messages.length,
    skipped: readers.length - messages.length,
    exhausted,
    firstOpen: first ?? messages[0]?.id ?? broadcast.firstOpen,
    turnAt: context.clock(),
  };
  context.failPoint("broadcast:before-commit");
  const stored = await transaction(context.data, async (client) => {
    if (!(await stepBroadcast(client, broadcast, step))) return undefined;
    const outcome = await store(client, context, tenant, messages);
    // Nothing of the window stays, and the cursor neither.
    if (outcome && outcome.outcome !== "stored") throw new Refused(reasonOf(outcome));
    return outcome;
  }).catch((error: unknown) => {
    if (error instanceof Refused) return error;
    throw error;
  });
  context.failPoint("broadcast:after-commit");
  if (stored instanceof Refused) return stored.reason;
  if (!stored) return undefined;
  context.meters.add("accepted", { priority: "bulk", dialect: "sendex" }, messages.length);
  void emit(context, [accountId], stored.outcome === "stored" ? stored.deliveries : []);
  return undefined;
}

/** What the transaction is rolled back for. */
class Refused extends Error {
  constructor(readonly reason: BroadcastReason) {
    super(reason);
  }
}

async function store(
  client: Parameters<typeof stepBroadcast>[0],
  { clock, settings }: Context,
  tenant: Tenant,
  messages: NewMessage[],
): Promise<Stored | undefined> {
  if (messages.length === 0) return { outcome: "stored", deliveries: [] };
  const submission = {
    accountId: tenant.accountId,
    keyId: null,
    mode: tenant.mode,
    messages,
    admittedUntil: null,
  };
  const [stored] = isMetered(tenant)
    ? await acceptMeteredIn(client, [submission], clock(), settings.retryTimeScale)
    : await acceptMessages(client, [submission]);
  return stored;
}

function reasonOf({ outcome }: Stored): BroadcastReason {
  return outcome === "insufficient" || outcome === "metered" ? "insufficient_credits" : "account_suspended";
}

/** Too few credits are a reason to stop; anything else is tried again. */
function refused(error: unknown): { refusal: BroadcastReason } {
  if (error instanceof SendexError && error.slug === "insufficient_credits")
    return { refusal: "insufficient_credits" };
  throw error;
}

/** Whether its first mails bounce, or are complained of, above the line that accounts are warned at. */
async function breaks(context: Context, broadcast: BroadcastRow): Promise<boolean> {
  if (broadcast.breakerOff || broadcast.made < BREAKER.minSent) return false;
  const counts = await firstOutcomes(context.data, broadcast, BREAKER.first);
  return counts.sent >= BREAKER.minSent && isAbove(counts, WARNING_PERCENT);
}

async function stop(context: Context, broadcast: BroadcastRow, reason: BroadcastReason): Promise<void> {
  const over = reason === "segment_removed" || reason === "template_fails";
  await move(context, broadcast, { from: ["sending"], to: over ? "failed" : "paused", reason });
  const { accountId, id: broadcastId } = broadcast;
  context.log.warn({ accountId, broadcastId, reason }, "a broadcast does not go on");
}

/** Its turn comes again later; what is known of its mails is kept. */
async function wait(
  context: Context,
  broadcast: BroadcastRow,
  first: string | null,
  ms: number,
): Promise<void> {
  const { cursor, exhausted, winner } = broadcast;
  const turnAt = new Date(context.clock().getTime() + ms);
  const still = { cursor, winner, next: cursor, made: 0, skipped: 0, exhausted, turnAt };
  await transaction(context.data, (client) =>
    stepBroadcast(client, broadcast, { ...still, firstOpen: first ?? broadcast.firstOpen }),
  );
}

/** Cancels what was made and never claimed; the broadcast is cancelled once there is none. */
async function cancelWaiting(context: Context, broadcast: BroadcastRow): Promise<void> {
  const now = context.clock();
  const { count, deliveries } = await keyedTransaction(context.data, async (client) => {
    const ids = await cancelMails(client, broadcast, { now, limit: CANCELLED_AT_ONCE });
    const { accountId } = broadcast;
    const entries = ids.map((messageId) => newEntry({ accountId, messageId, n: null }, "cancelled", {}, now));
    return { count: ids.length, deliveries: await recordEvents(client, entries, now) };
  });
  void emit(context, [broadcast.accountId], deliveries);
  if (count < CANCELLED_AT_ONCE) await move(context, broadcast, { from: ["cancelling"], to: "cancelled" });
}
