import { runProcess } from "@sendex/boot/process";
import { ledgerReady, ready } from "@sendex/pipeline/ledger/ready";
import { startSchedule } from "@sendex/pipeline/schedule/schedule";
import { bounded } from "@sendex/queue/bounded";

/** Does what is due by the clock: admission, recovery, roll-ups, housekeeping. Any number may run. */
runProcess({
  name: "scheduler",
  role: "schedule",
  async start({ context, log }) {
    const schedule = startSchedule(context);
    return {
      close: (timeoutMs) =>
        bounded(timeoutMs, "the tasks' end", () => schedule.close()).catch((error: unknown) =>
          log.warn({ err: error }, "left a task behind; another scheduler takes it up"),
        ),
      ready: async () => ({ ...(await ready(context)), ...(await ledgerReady(context)) }),
    };
  },
});
