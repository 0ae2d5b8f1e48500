import { runProcess } from "@sendex/boot/process";
import { PRIORITIES, type Priority } from "@sendex/core/message";
import { leaseMs } from "@sendex/core/ladder";
import { openComposer } from "@sendex/pipeline/compose";
import { openDomainLimits } from "@sendex/pipeline/domain-limits";
import { ready } from "@sendex/pipeline/ready";
import { openSendRate } from "@sendex/pipeline/send-rate";
import { sendRecipient } from "@sendex/pipeline/send-recipient";
import { consume } from "@sendex/queue/consume";
import { SEND_QUEUES, type SendJob } from "@sendex/queue/names";
import { closeAll, consumersReady, lockFor } from "./consumers";

/** Takes recipients from all three tiers and hands each to SES. */
runProcess({
  name: "send-worker",
  role: "send",
  async start({ context, settings, log }) {
    const rate = await openSendRate(context);
    const domains = await openDomainLimits(context);
    const sender = { compose: openComposer(context), rate, domains };
    const slots = shares(settings.sendConcurrency);
    const consumers = PRIORITIES.map((priority) =>
      consume<SendJob>({
        redisUrl: settings.redisUrl,
        queue: SEND_QUEUES[priority],
        concurrency: slots[priority],
        lockMs: lockFor(leaseMs(settings.retryTimeScale)),
        log,
        run: (job) => sendRecipient(context, sender, job),
      }),
    );
    return {
      close: async (timeoutMs) => {
        await closeAll(consumers, timeoutMs);
        rate.close();
        domains.close();
      },
      ready: async () => ({ ...(await ready(context)), ...consumersReady(consumers) }),
    };
  },
});

/** Bulk and standard share the slots; critical has as many again as standard, which no other tier can take. */
function shares(concurrency: number): Record<Priority, number> {
  const bulk = Math.max(1, Math.floor(concurrency * 0.4));
  const standard = Math.max(1, concurrency - bulk);
  return { critical: standard, standard, bulk };
}
