import type { Caller } from "@sendex/core/access";
import {
  type BroadcastAct,
  type BroadcastReason,
  type BroadcastState,
  sampleReader,
  statesFor,
  statusOf,
} from "@sendex/core/audiences/broadcast";
import type { CheckName } from "@sendex/core/audiences/check";
import { type FieldError, invalidFields } from "@sendex/core/error";
import { broadcastStates } from "@sendex/data/audiences/broadcast-states";
import { allowClaims, type BroadcastRow, moveBroadcast, stopClaims } from "@sendex/data/audiences/broadcasts";
import { type BroadcastKey, releaseMails } from "@sendex/data/audiences/broadcast-windows";
import { allProperties } from "@sendex/data/audiences/properties";
import { keyedTransaction, type Transaction } from "@sendex/data/database/transaction";
import { recordAccountEvent } from "@sendex/data/webhooks/record-events";
import { presentBroadcastEvent } from "@sendex/wire/audiences/broadcast";
import { refuseSuspended } from "../access/refuse";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newAccountEvent } from "../webhooks/new-entry";
import { broadcastChecks } from "./check-broadcast";
import { mailFor } from "./broadcast-mail";
import { broadcastInScope, notNow, readBroadcast } from "./broadcasts";

/** What a broadcast's owner does with it, and what the scheduler does: each a move by compare-and-set that endpoints are told of. */

/**
 * Sends a draft, now or at a time.
 * @throws SendexError account_suspended, not_found, forbidden; unprocessable_entity where it was sent before; bad_request naming what it lacks
 */
export async function sendBroadcast(
  context: Context,
  caller: Caller & { timeZone: string },
  id: string,
  scheduledAt?: Date,
): Promise<void> {
  refuseSuspended(caller);
  const broadcast = await broadcastInScope(context, caller, id);
  if (!statesFor("send").includes(broadcast.state)) throw notNow(broadcast, "send");
  await checkReady(context, caller, broadcast);
  await act(context, broadcast, "send", { to: "queued", turnAt: scheduledAt ?? context.clock() });
}

/** From this commit on no mail of it is claimed. @throws SendexError not_found, unprocessable_entity */
export async function pauseBroadcast(context: Context, caller: Caller, id: string): Promise<void> {
  const broadcast = await broadcastInScope(context, caller, id);
  await act(context, broadcast, "pause", { to: "paused", reason: "by_request" });
}

/** It goes on where it stood. @throws SendexError account_suspended, not_found, forbidden, unprocessable_entity */
export async function resumeBroadcast(context: Context, caller: Caller, id: string): Promise<void> {
  refuseSuspended(caller);
  const broadcast = await broadcastInScope(context, caller, id);
  const now = context.clock();
  const to = broadcast.startedAt ? "sending" : "queued";
  const turnAt = to === "queued" && broadcast.scheduledAt ? broadcast.scheduledAt : now;
  await act(context, broadcast, "resume", { to, turnAt });
}

/**
 * What has not begun becomes a draft again. Of what has, no further mail is claimed from this commit on, and what waits is
 * cancelled by the scheduler.
 * @throws SendexError not_found, unprocessable_entity
 */
export async function cancelBroadcast(context: Context, caller: Caller, id: string): Promise<void> {
  const broadcast = await broadcastInScope(context, caller, id);
  const to = broadcast.startedAt ? "cancelling" : "draft";
  await act(context, broadcast, "cancel", { to, turnAt: to === "draft" ? null : context.clock() });
}

interface Goal {
  to: BroadcastState;
  reason?: BroadcastReason | null;
  turnAt?: Date | null;
}

interface Origin {
  from: readonly BroadcastState[];
}

async function act(context: Context, broadcast: BroadcastRow, what: BroadcastAct, goal: Goal): Promise<void> {
  // From the state that it was read in: between a draft's cancel and its sending there is one winner.
  const from = statesFor(what).filter((state) => state === broadcast.state);
  if (await move(context, broadcast, { ...goal, from })) return;
  throw notNow(await readBroadcast(context, broadcast, broadcast.id), what);
}

/** Moves it and tells endpoints; false where it is in another state meanwhile. */
export async function move(
  context: Context,
  key: BroadcastKey,
  { from, to, reason = null, turnAt = null }: Goal & Origin,
): Promise<boolean> {
  const now = context.clock();
  const deliveries = await keyedTransaction(context.data, async (client) => {
    const moved = await moveBroadcast(client, key, key.id, { from, to, reason, turnAt, now });
    if (!moved) return undefined;
    await keepClaims(client, moved, { from, to }, now);
    const event = eventOf(to, from);
    if (!event) return [];
    const subject = { accountId: key.accountId, subjectType: "broadcast", subjectId: key.id } as const;
    const told = newAccountEvent(subject, event, presentBroadcastEvent(moved), now);
    return recordAccountEvent(client, told, now);
  });
  if (deliveries) void emit(context, [key.accountId], deliveries);
  return deliveries !== undefined;
}

/** While it is paused or being cancelled nothing of it is claimed; the account's row says so to every claim. */
async function keepClaims(
  client: Transaction,
  key: BroadcastRow,
  { from, to }: Origin & Pick<Goal, "to">,
  now: Date,
): Promise<void> {
  if (to === "paused" || to === "cancelling") return stopClaims(client, key.accountId, key.id);
  if (!from.includes("paused") && !from.includes("cancelling")) return;
  await allowClaims(client, key.accountId, key.id);
  await releaseMails(client, key, now);
}

function eventOf(to: BroadcastState, from: readonly BroadcastState[]) {
  switch (to) {
    case "queued":
      return from.includes("paused") ? undefined : ("broadcast.queued" as const);
    case "sending":
      return "broadcast.started" as const;
    case "paused":
      return "broadcast.paused" as const;
    case "sent":
      return "broadcast.completed" as const;
    case "cancelled":
      return "broadcast.cancelled" as const;
    case "draft":
      return "broadcast.cancelled" as const;
    case "failed":
      return "broadcast.failed" as const;
    case "cancelling":
      return undefined;
  }
}

const SENDER = { field: "from", code: "not_verified" };
/** Where a check's error belongs. */
const FIELDS: Record<CheckName, Pick<FieldError, "field" | "code">> = {
  domain: SENDER,
  dmarc: { field: "from", code: "no_dmarc" },
  complaint_rate: { field: "segment_id", code: "complaint_rate" },
  ...{ unsubscribe: SENDER, size: SENDER, audience: SENDER },
  values: { field: "html", code: "unknown" },
  ...{ links: SENDER, images: SENDER, contrast: SENDER },
};

/** What a broadcast needs before it may begin, judged by the mail that somebody would get. */
async function checkReady(
  context: Context,
  caller: Caller & { timeZone: string },
  broadcast: BroadcastRow,
): Promise<void> {
  const errors: FieldError[] = [];
  if (broadcast.segmentId === null)
    errors.push({
      field: "segment_id",
      code: "required",
      message: "segment_id is required: who is to get it?",
    });
  errors.push(...(await stillGoing(context, broadcast)));
  const { accountId, timeZone } = caller;
  const properties = await allProperties(context.data, accountId);
  const making = { accountId, properties, now: context.clock(), timeZone };
  const made = await mailFor(context, broadcast, sampleReader(properties), making);
  if ("errors" in made) errors.push(...made.errors.filter(({ field }) => field !== "to"));
  errors.push(
    ...(await otherSubject(context, broadcast, { making, known: "errors" in made ? made.errors : [] })),
  );
  const wrong = (await broadcastChecks(context, broadcast)).filter(({ level }) => level === "error");
  const told = wrong.map(({ check, message, remedy }) => ({
    ...FIELDS[check],
    message: `${message} ${remedy ?? ""}`,
  }));
  // A sender that is missing is said once.
  errors.push(...told.filter(({ field }) => errors.every((error) => error.field !== field)));
  if (errors.length > 0) throw invalidFields(errors);
}

/** Whom a broadcast did not reach is not known before it is over. */
async function stillGoing({ data }: Context, { notReachedBy, ...key }: BroadcastRow): Promise<FieldError[]> {
  const states = await broadcastStates(data, key, notReachedBy);
  return notReachedBy.flatMap((id, i) => {
    const state = states.get(id);
    if (!state || statusOf(state) === "sent") return [];
    const message = `The broadcast ${id} is ${state}: whom it does not reach is known when it is over.`;
    return [{ field: `not_reached_by[${i}]`, code: "still_going", message }];
  });
}

/** What is wrong with the second of two subjects, beside what is with the first. */
async function otherSubject(
  context: Context,
  broadcast: BroadcastRow,
  { making, known }: { making: Parameters<typeof mailFor>[3]; known: readonly FieldError[] },
): Promise<FieldError[]> {
  if (!broadcast.subjectTest) return [];
  const made = await mailFor(context, broadcast, sampleReader(making.properties), {
    ...making,
    variant: "b",
  });
  if (!("errors" in made)) return [];
  const field = "subject_test.subject";
  return made.errors
    .filter(({ message }) => known.every((other) => other.message !== message))
    .map((error) => ({ ...error, field }));
}
