import { MAX_CRASHES, WORKER_CRASHED } from "@sendex/core/sending/dead-letter";
import { scaled, THROTTLE_MIN_DELAY_MS } from "@sendex/core/sending/ladder";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { lockTargets, type Target } from "@sendex/data/reports/targets";
import { clearSuspicion, findSuspect, type Suspect } from "@sendex/data/sending/suspects";
import type { SendJob } from "@sendex/queue/names";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import {
  awaitEvidence,
  deadLetter,
  queueAgain,
  type Settled,
  tellDeadLetter,
  writeSettled,
} from "./settle-lost";

/**
 * Sends one recipient in a process of its own. `failed`: the process lives, but nothing says what became of the job.
 * `died`: it is gone. Rejects where it could not even begin.
 */
export type Cell = (job: SendJob) => Promise<"done" | "failed" | "died">;

/**
 * Sends a recipient whose worker was lost with it before, alone, so that a crash takes no other recipient along. A run
 * that comes to a result clears it of suspicion; one that ends its process counts against it, and the last of these
 * makes it a dead letter. A run whose end no process saw (this one was lost as well) is counted by the sweep, at its
 * lease's end.
 */
export async function quarantine(context: Context, run: Cell, job: SendJob): Promise<void> {
  const suspect = await findSuspect(context.data, job);
  if (!suspect) return;
  const { messageId, n } = job;
  const end = await run(job);
  if (end === "died") return recordCrash(context, job, suspect);
  const cleared = end === "done" && (await clearSuspicion(context.data, job, suspect.attempt + 1));
  if (cleared) context.log.info({ messageId, n }, "survived its run in quarantine: no suspect any more");
}

async function recordCrash(context: Context, job: SendJob, before: Suspect): Promise<void> {
  const moment = { now: context.clock(), scale: context.settings.retryTimeScale };
  const { settled, deliveries } = await keyedTransaction(context.data, async (client) => {
    const [target] = await lockTargets(client, [job]);
    const settled = target && isHeld(target, job, before) ? [afterCrash(target, moment)] : [];
    return { settled, deliveries: await writeSettled(client, settled, moment.now) };
  });
  const [one] = settled;
  const fields = { messageId: job.messageId, n: job.n, crashes: one?.settlement.crashes ?? before.crashes };
  context.log.warn(
    fields,
    one ? "its process ended while it was sent" : "its process ended, but after its result",
  );
  for (const letter of one?.letters ?? []) tellDeadLetter(context, fields, letter);
  void emit(context, [job.accountId], deliveries);
}

/** Whether it is still as the lost process left it: neither moved on nor counted by the sweep. */
function isHeld(target: Target, job: SendJob, before: Suspect): boolean {
  if (!target.suspect || target.crashes !== before.crashes) return false;
  if (target.status === "sending") return target.attempt === before.attempt + 1 && !target.unknown;
  return target.dueAt?.getTime() === job.due;
}

function afterCrash(target: Target, { now, scale }: { now: Date; scale: number }): Settled {
  if (target.status === "sending") return awaitEvidence(target, WORKER_CRASHED, { now, scale });
  // It was not even claimed: nothing can have left.
  const counted = { ...target, crashes: target.crashes + 1 };
  if (counted.crashes >= MAX_CRASHES) return deadLetter(counted, now);
  return queueAgain(
    counted,
    WORKER_CRASHED,
    new Date(now.getTime() + scaled(THROTTLE_MIN_DELAY_MS, scale)),
    now,
  );
}
