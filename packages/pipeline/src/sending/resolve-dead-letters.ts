import { DEAD_LETTERED, type DeadLetterKind } from "@sendex/core/sending/dead-letter";
import { type AuditEntry, writeAudit } from "@sendex/data/access/audit";
import { retryDeliveries } from "@sendex/data/webhooks/dead-deliveries";
import {
  closeDeadLetters,
  type DeadLetter,
  type DeadLetterFilter,
  lockDeadLetters,
} from "@sendex/data/sending/dead-letters";
import { abandonNotifications, reopenNotifications } from "@sendex/data/reports/failed-notifications";
import { type Transaction, keyedTransaction } from "@sendex/data/database/transaction";
import type { DeliveryKey } from "@sendex/data/webhooks/record-events";
import { lockTargets, type Target, type TargetName } from "@sendex/data/reports/targets";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { fail, queueAgain, writeSettled } from "./settle-lost";

/** `retry`: it goes again, now, with all its chances. `release`: given up for good. */
export type Remedy = "retry" | "release";

/** Locked and written together. */
const BATCH = 200;

/**
 * Retries or releases every open dead letter that the filter names, in bounded batches, each in a transaction of its
 * own with an entry in the audit log; one whose subject has come to its end meanwhile is closed as settled. Returns how many it resolved. What
 * becomes a dead letter again while this runs is left for the next time.
 */
export async function resolveDeadLetters(
  context: Context,
  remedy: Remedy,
  filter: DeadLetterFilter,
  by: string,
): Promise<number> {
  let resolved = 0;
  for (let after = ""; ;) {
    const { letters, deliveries } = await resolveBatch(context, remedy, filter, after, by);
    void emit(
      context,
      letters.map(({ accountId }) => accountId),
      deliveries,
    );
    resolved += letters.length;
    const last = letters.at(-1);
    if (!last || letters.length < BATCH) return resolved;
    after = last.id;
  }
}

interface Batch {
  letters: DeadLetter[];
  deliveries: DeliveryKey[];
}

async function resolveBatch(
  context: Context,
  remedy: Remedy,
  filter: DeadLetterFilter,
  after: string,
  by: string,
): Promise<Batch> {
  const now = context.clock();
  return keyedTransaction(context.data, async (client) => {
    const letters = await lockDeadLetters(client, filter, after, BATCH);
    const { alive, deliveries } = await APPLY[filter.kind](client, remedy, letters, now);
    const dead = letters.filter((letter) => !alive.includes(letter));
    await closeDeadLetters(client, alive, "settled", now);
    await closeDeadLetters(client, dead, remedy === "retry" ? "retried" : "released", now);
    if (letters.length > 0) await writeAudit(client, entryOf(by, remedy, filter, letters, now));
    return { letters, deliveries };
  });
}

function entryOf(
  by: string,
  remedy: Remedy,
  { kind, accountId }: DeadLetterFilter,
  letters: DeadLetter[],
  now: Date,
): AuditEntry {
  return actOf(now, by, `dead_letter.${remedy}`, accountId ?? null, {
    kind,
    ids: letters.map(({ id }) => id),
  });
}

/** `alive`: those that are not dead any more, and were left as they are. */
interface Applied {
  alive: DeadLetter[];
  deliveries: DeliveryKey[];
}

type Apply = (client: Transaction, remedy: Remedy, letters: DeadLetter[], now: Date) => Promise<Applied>;

const APPLY: Record<DeadLetterKind, Apply> = {
  recipient: applyToRecipients,
  delivery: applyToDeliveries,
  notification: applyToNotifications,
};

async function applyToRecipients(
  client: Transaction,
  remedy: Remedy,
  letters: DeadLetter[],
  now: Date,
): Promise<Applied> {
  const targets = await lockTargets(client, letters.map(nameOf));
  const dead = new Map(targets.filter(isDead).map((target) => [`${target.messageId} ${target.n}`, target]));
  const settled = letters.flatMap(({ subjectId, part }) => {
    const target = dead.get(`${subjectId} ${part}`);
    if (!target) return [];
    if (remedy === "release") return [fail(target, DEAD_LETTERED, now)];
    return [queueAgain({ ...target, suspect: true, crashes: 0 }, "retried_by_operator", now, now)];
  });
  const deliveries = await writeSettled(client, settled, now);
  return { alive: letters.filter(({ subjectId, part }) => !dead.has(`${subjectId} ${part}`)), deliveries };
}

function nameOf({ accountId, subjectId, part }: DeadLetter): TargetName {
  return { accountId, messageId: subjectId, n: Number(part) };
}

/** As `deadLetter` left it: an event of SES's may have moved it on since. */
function isDead({ status, dueAt }: Target): boolean {
  return status === "queued" && dueAt === null;
}

/** A released one stays as it is, failed. */
async function applyToDeliveries(
  client: Transaction,
  remedy: Remedy,
  letters: DeadLetter[],
  now: Date,
): Promise<Applied> {
  const keys = letters.map(({ accountId, subjectId, part }) => ({
    accountId,
    eventId: subjectId,
    webhookId: part,
  }));
  if (remedy === "retry") await retryDeliveries(client, keys, now);
  return { alive: [], deliveries: [] };
}

async function applyToNotifications(
  client: Transaction,
  remedy: Remedy,
  letters: DeadLetter[],
  now: Date,
): Promise<Applied> {
  const ids = letters.map(({ subjectId }) => subjectId);
  if (remedy === "retry") await reopenNotifications(client, ids, now);
  else await abandonNotifications(client, ids, DEAD_LETTERED, now);
  return { alive: [], deliveries: [] };
}
