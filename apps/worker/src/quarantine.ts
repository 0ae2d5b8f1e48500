import { runChild } from "@sendex/boot/child";
import { openComposer } from "@sendex/pipeline/sending/compose";
import { openDomainLimits } from "@sendex/pipeline/sending/domain-limits";
import { openSendRate } from "@sendex/pipeline/sending/send-rate";
import { sendRecipient } from "@sendex/pipeline/sending/send-recipient";
import type { SendJob } from "@sendex/queue/names";

/** What this process says to its parent: `ready` once, then one word a job. */
export type Answer = "ready" | "done" | "failed";

/**
 * Sends one recipient at a time for its parent, the send worker, so that one that ends its process ends nothing else.
 * Started by `cell.ts`, never by itself.
 */
runChild<SendJob>({
  name: "quarantine",
  role: "send",
  async start({ context, log }) {
    const [rate, domains] = await Promise.all([openSendRate(context), openDomainLimits(context)]);
    const sender = { compose: openComposer(context), rate, domains };
    return async (job): Promise<Answer> => {
      try {
        await sendRecipient(context, sender, job);
        return "done";
      } catch (error) {
        log.error({ err: error, messageId: job.messageId, n: job.n }, "job failed");
        return "failed";
      }
    };
  },
});
