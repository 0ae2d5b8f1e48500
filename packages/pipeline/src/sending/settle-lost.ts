import { DEAD_LETTERED, MAX_CRASHES } from "@sendex/core/sending/dead-letter";
import { scaled } from "@sendex/core/sending/ladder";
import { OWN_STATES } from "@sendex/core/reports/status";
import { settleMs, settleUnknown, type UnknownPolicy } from "@sendex/core/sending/unknown";
import { newId } from "@sendex/crypto/token";
import { type NewDeadLetter, putDeadLetters } from "@sendex/data/sending/dead-letters";
import type { Transaction } from "@sendex/data/database/transaction";
import { type DeliveryKey, type NewEvent, recordEvents } from "@sendex/data/webhooks/record-events";
import { countFacts, type Fact } from "@sendex/data/reports/facts";
import type { Target } from "@sendex/data/reports/targets";
import { settleExpired, type Settlement } from "@sendex/data/sending/settle-expired";
import type { Context } from "../context";
import { newFact } from "../reports/new-fact";
import { newEntry, newQuietEntry } from "../webhooks/new-entry";

/** What becomes of a recipient whose attempt was lost, with everything that is written beside it. */
export interface Settled {
  settlement: Settlement;
  events: NewEvent[];
  facts: Fact[];
  letters: NewDeadLetter[];
}

/** When, and under which RETRY_TIME_SCALE. */
export interface Moment {
  now: Date;
  scale: number;
}

/** Writes what was decided; the targets must be locked by the same transaction. Returns the deliveries to enqueue. */
export async function writeSettled(
  client: Transaction,
  settled: Settled[],
  now: Date,
): Promise<DeliveryKey[]> {
  await settleExpired(
    client,
    settled.map(({ settlement }) => settlement),
  );
  const deliveries = await recordEvents(
    client,
    settled.flatMap(({ events }) => events),
    now,
  );
  await countFacts(
    client,
    settled.flatMap(({ facts }) => facts),
  );
  await putDeadLetters(
    client,
    settled.flatMap(({ letters }) => letters),
  );
  return deliveries;
}

/**
 * The attempt is lost: wait for SES's own event as long as the priority allows. The recipient is a suspect from now
 * on; one that was a suspect before was alone in quarantine, so this counts against it.
 */
export function awaitEvidence(target: Target, reason: string, { now, scale }: Moment): Settled {
  const leaseUntil = new Date(now.getTime() + settleMs(target.priority, scale));
  const settlement: Settlement = {
    target,
    ...OWN_STATES.sending,
    reason: "unknown",
    ladderStep: target.ladderStep,
    unknown: true,
    dueAt: null,
    leaseUntil,
    suspect: true,
    crashes: target.suspect ? target.crashes + 1 : target.crashes,
  };
  return plain(settlement, [newEntry(target, "unknown", { attempt: target.attempt, reason }, now)]);
}

/** No evidence came: the account's policy decides, and quarantine before it resends once more. */
export function decideUnknown(target: Target, policy: UnknownPolicy, moment: Moment): Settled {
  const { ladderStep, priority, attempt } = target;
  const decision = settleUnknown({ policy, ladder: target.dialect, ladderStep, priority });
  if (decision.kind === "fail") return fail(target, decision.reason, moment.now);
  if (target.suspect && target.crashes >= MAX_CRASHES) return deadLetter(target, moment.now);
  const dueAt = new Date(moment.now.getTime() + scaled(decision.delayMs, moment.scale));
  const settlement = { ...queuedAgain(target, "unknown", dueAt), ladderStep: decision.ladderStep };
  const data = { attempt, reason: "no_evidence", retryAt: dueAt.toISOString() };
  return plain(settlement, [newQuietEntry(target, "queued", data, moment.now)]);
}

/** Queued again for `dueAt`, as suspect as it was. */
export function queueAgain(target: Target, reason: string, dueAt: Date, now: Date): Settled {
  const data = { reason, retryAt: dueAt.toISOString() };
  return plain(queuedAgain(target, reason, dueAt), [newQuietEntry(target, "queued", data, now)]);
}

/** Given up: it stays where it is until an operator retries or releases it. */
export function deadLetter(target: Target, now: Date): Settled {
  const { accountId, messageId, n, attempt, crashes } = target;
  const letter: NewDeadLetter = {
    accountId,
    id: newId("dl", now),
    kind: "recipient",
    subjectId: messageId,
    part: String(n),
    reason: "worker_crashes",
    detail: `${crashes} runs in quarantine ended without a result; the last attempt was number ${attempt}.`,
    createdAt: now,
  };
  const events = [newEntry(target, "dead_lettered", { attempt, reason: "worker_crashes" }, now)];
  return { settlement: queuedAgain(target, DEAD_LETTERED, null), events, facts: [], letters: [letter] };
}

/** Alerts the operators once, when it is given up. */
export function tellDeadLetter(
  context: Context,
  fields: Record<string, unknown>,
  letter: NewDeadLetter,
): void {
  context.log.error(
    { ...fields, alert: "dead_letter", deadLetterId: letter.id },
    "a recipient is a dead letter now: its worker ended each time it was sent",
  );
}

/** Given up for good. */
export function fail(target: Target, reason: string, now: Date): Settled {
  const { attempt, ladderStep } = target;
  const settlement: Settlement = {
    target,
    ...OWN_STATES.failed,
    reason,
    ladderStep,
    unknown: false,
    dueAt: null,
    leaseUntil: null,
    suspect: false,
    crashes: target.crashes,
  };
  const fact = newFact(target, "failed", target.sentAt ?? now);
  const events = [newEntry(target, "failed", { attempt, reason }, now)];
  return { settlement, events, facts: [fact], letters: [] };
}

function queuedAgain(target: Target, reason: string, dueAt: Date | null): Settlement {
  const { ladderStep, suspect, crashes } = target;
  const over = { target, unknown: false, leaseUntil: null };
  return { ...over, ...OWN_STATES.queued, reason, ladderStep, dueAt, suspect, crashes };
}

function plain(settlement: Settlement, events: NewEvent[]): Settled {
  return { settlement, events, facts: [], letters: [] };
}
