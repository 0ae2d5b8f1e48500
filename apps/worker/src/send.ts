import { runProcess } from "@sendex/boot/process";
import { PRIORITIES, type Priority } from "@sendex/core/accepting/message";
import { leaseMs } from "@sendex/core/sending/ladder";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import { openComposer } from "@sendex/pipeline/sending/compose";
import { openDomainLimits } from "@sendex/pipeline/sending/domain-limits";
import { quarantine } from "@sendex/pipeline/sending/quarantine";
import { ready } from "@sendex/pipeline/ledger/ready";
import { openSendRate } from "@sendex/pipeline/sending/send-rate";
import { sendRecipient } from "@sendex/pipeline/sending/send-recipient";
import { consume } from "@sendex/queue/consume";
import { QUEUES, SEND_QUEUES, type SendJob } from "@sendex/queue/names";
import { openCell } from "./cell";
import { closeAll, consumersReady, lockFor } from "./consumers";

/** Beyond its lease: the wait for a slot at SES's rate, and a busy machine. */
const CELL_MARGIN_MS = 5_000;
/** The job in hand has had the whole drain to finish. */
const CELL_END_MS = 2_000;

/** Takes recipients from all three tiers and hands each to SES; suspects, one at a time, in a process of their own. */
runProcess({
  name: "send-worker",
  role: "send",
  async start({ context, settings, log }) {
    const rate = await openSendRate(context);
    const domains = await openDomainLimits(context);
    const sender = { compose: openComposer(context), rate, domains };
    const slots = shares(settings.sendConcurrency);
    const leased = leaseMs(settings.retryTimeScale);
    const cell = openCell({ jobMs: leased + CELL_MARGIN_MS, log });
    const common = {
      redisUrl: settings.redisUrl,
      lockMs: lockFor(leased),
      log,
      passing: isDatabaseTrouble,
    };
    const consumers = PRIORITIES.map((priority) =>
      consume<SendJob>({
        ...common,
        queue: SEND_QUEUES[priority],
        concurrency: slots[priority],
        run: (job) => sendRecipient(context, sender, job),
      }),
    );
    consumers.push(
      consume<SendJob>({
        ...common,
        queue: QUEUES.quarantine,
        concurrency: 1,
        run: (job) => quarantine(context, cell.run, job),
      }),
    );
    return {
      close: async (timeoutMs) => {
        await closeAll(consumers, timeoutMs);
        await cell.close(CELL_END_MS);
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
