import { leaseMs } from "@sendex/core/sending/ladder";
import type { Clock } from "@sendex/core/ports";
import { acceptMessages } from "@sendex/data/accepting/accept";
import { acceptMetered } from "@sendex/data/accepting/metered";
import { claimRecipients, type ClaimAnswer } from "@sendex/data/sending/claim";
import {
  type DeliveryResult,
  dropDeliveries,
  postponeDeliveries,
  recordDeliveries,
} from "@sendex/data/webhooks/results";
import { type DeliveryLookup, findDueDeliveries, type TryKey } from "@sendex/data/webhooks/due-deliveries";
import { areVerified } from "@sendex/data/domains/rows";
import { findDestinations, type Destination } from "@sendex/data/sending/destinations";
import { finishAttempts, type AttemptResult, type FinishedAttempt } from "@sendex/data/sending/finish";
import { group, type Linger } from "@sendex/kit/group";
import { storeNotifications, type StoredNotification } from "@sendex/data/reports/notifications";
import type { Data } from "@sendex/data/database/open";
import { putBack, type PutBack } from "@sendex/data/sending/put-back";
import type { DeliveryKey } from "@sendex/data/webhooks/record-events";
import type { Stored, Submission } from "@sendex/data/accepting/submission";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import type { DeliveryJob, NotificationJob, SendJob } from "@sendex/queue/names";
import type { Queues } from "@sendex/queue/producer";
import type { ClaimRequest } from "@sendex/data/sending/recipient-key";

/** The writes that callers in flight together share: one commit, or one round trip to Redis. */
export interface Batches {
  accept(submission: Submission): Promise<Stored>;
  /** The same for accounts with a ledger of credits, which it debits. */
  acceptMetered(submission: Submission): Promise<Stored>;
  isVerified(domain: { accountId: string; name: string }): Promise<boolean>;
  /** Where a recipient's mail would go; undefined where it has moved on. */
  findDestination(request: ClaimRequest): Promise<Destination | undefined>;
  claim(request: ClaimRequest): Promise<ClaimAnswer>;
  finish(result: AttemptResult): Promise<FinishedAttempt>;
  /** Answers with the deliveries to enqueue. */
  putBack(item: PutBack): Promise<DeliveryKey[]>;
  storeNotification(notification: StoredNotification): Promise<boolean>;
  findDelivery(key: TryKey): Promise<DeliveryLookup>;
  recordDelivery(result: DeliveryResult): Promise<void>;
  dropDelivery(key: DeliveryKey): Promise<void>;
  postponeDelivery(item: TryKey & { dueAt: Date }): Promise<void>;
  enqueueSends(jobs: SendJob[]): Promise<void>;
  enqueueDeliveries(jobs: DeliveryJob[]): Promise<void>;
  enqueueNotification(job: NotificationJob): Promise<void>;
}

const MAX_ITEMS = 100;
/** A group's sealed bytes; what is larger goes alone. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Waits up to 50 ms until 10 calls share the commit: what follows a mail's sending is not urgent, and at a moderate
 * rate costs half as much so.
 */
export const LINGER: Linger = { ms: 50, fewer: 10 };
/** A look-up of a delivery holds one of its endpoint's 16 slots meanwhile. */
const BRIEF_LINGER: Linger = { ms: 10, fewer: 8 };

export function openBatches(data: Data, queues: Queues, clock: Clock, retryTimeScale: number): Batches {
  const limits = { items: MAX_ITEMS, shared: isDatabaseTrouble };
  const patient = { ...limits, linger: LINGER };
  const sized = { ...limits, cost: MAX_BYTES, costOf: sealedBytes };
  return {
    accept: group<Submission, Stored>((items) => acceptMessages(data, items), sized),
    acceptMetered: group<Submission, Stored>(
      (items) => acceptMetered(data, items, clock(), retryTimeScale),
      sized,
    ),
    isVerified: group<{ accountId: string; name: string }, boolean>(
      (domains) => areVerified(data, domains),
      limits,
    ),
    findDestination: group<ClaimRequest, Destination | undefined>(
      (requests) => findDestinations(data, requests),
      limits,
    ),
    claim: group<ClaimRequest, ClaimAnswer>(
      (requests) => claimRecipients(data, requests, window(clock(), retryTimeScale)),
      limits,
    ),
    finish: group<AttemptResult, FinishedAttempt>(
      (results) => finishAttempts(data, results, clock()),
      limits,
    ),
    putBack: group<PutBack, DeliveryKey[]>((items) => putBack(data, items, clock()), limits),
    storeNotification: group<StoredNotification, boolean>(
      (items) => storeNotifications(data, items),
      patient,
    ),
    findDelivery: group<TryKey, DeliveryLookup>((keys) => findDueDeliveries(data, keys, clock()), {
      ...limits,
      linger: BRIEF_LINGER,
    }),
    recordDelivery: group(
      silent((results: DeliveryResult[]) => recordDeliveries(data, results)),
      patient,
    ),
    dropDelivery: group(
      silent((keys: DeliveryKey[]) => dropDeliveries(data, keys)),
      patient,
    ),
    postponeDelivery: group(
      silent((items: (TryKey & { dueAt: Date })[]) => postponeDeliveries(data, items)),
      limits,
    ),
    ...openTelling(queues),
  };
}

/** Redis takes all or none of a group, so halving one that failed would only ask again. */
function openTelling(
  queues: Queues,
): Pick<Batches, "enqueueSends" | "enqueueDeliveries" | "enqueueNotification"> {
  const limits = { items: MAX_ITEMS, shared: () => true };
  const patient = { ...limits, linger: LINGER };
  return {
    enqueueSends: group(
      silent((lists: SendJob[][]) => queues.enqueueSends(lists.flat())),
      limits,
    ),
    enqueueDeliveries: group(
      silent((lists: DeliveryJob[][]) => queues.enqueueDeliveries(lists.flat())),
      patient,
    ),
    enqueueNotification: group(
      silent((jobs: NotificationJob[]) => queues.enqueueNotifications(jobs)),
      patient,
    ),
  };
}

/** A group's write that has nothing to answer. */
function silent<I>(write: (items: I[]) => Promise<void>): (items: I[]) => Promise<undefined[]> {
  return async (items) => {
    await write(items);
    return items.map(() => undefined);
  };
}

function window(now: Date, scale: number): { now: Date; leaseUntil: Date } {
  return { now, leaseUntil: new Date(now.getTime() + leaseMs(scale)) };
}

function sealedBytes({ messages }: Submission): number {
  return messages.reduce(
    (sum, { contents }) => sum + contents.reduce((part, { sealed }) => part + sealed.length, 0),
    0,
  );
}
