import { forgetAdmissions } from "@sendex/data/sending/admission";
import type { Context } from "../context";

/**
 * Asks Redis whether it still has what was queued. Where it has been emptied since it answered `before`, nothing waits
 * for its admission to run out. Resolves to what it answers now, for the next time.
 * @throws Error while Redis is away
 */
export async function detectLoss(context: Context, before: string | undefined): Promise<string> {
  const { queues, data, log, clock } = context;
  const epoch = await queues.epoch();
  if (before !== undefined && before !== epoch) {
    await forgetAdmissions(data, clock());
    log.warn({ before, epoch }, "Redis lost what was queued; everything due is admitted anew");
  }
  return epoch;
}
