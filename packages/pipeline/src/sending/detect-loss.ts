import { forgetAdmissions } from "@sendex/data/sending/admission";
import type { Context } from "../context";

/** What each set of queues was seen to be last, for as long as it is open. */
const seen = new WeakMap<Context["queues"], string>();

/**
 * Asks Redis whether it still has what was queued. Where it has been emptied since this process last asked, nothing
 * waits for its admission to run out.
 * @throws Error while Redis is away
 */
export async function detectLoss(context: Context): Promise<void> {
  const { queues, data, log, clock } = context;
  const epoch = await queues.epoch();
  const before = seen.get(queues);
  if (before !== undefined && before !== epoch) {
    await forgetAdmissions(data.pool, clock());
    log.warn({ before, epoch }, "Redis lost what was queued; everything due is admitted anew");
  }
  seen.set(queues, epoch);
}
