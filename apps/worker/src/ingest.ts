import { runProcess } from "@sendex/boot/process";
import { group } from "@sendex/kit/group";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import { LINGER } from "@sendex/pipeline/batches";
import { ready } from "@sendex/pipeline/ledger/ready";
import { takeNotifications } from "@sendex/pipeline/reports/take";
import { consume } from "@sendex/queue/consume";
import { QUEUES, type NotificationJob } from "@sendex/queue/names";
import { closeAll, consumersReady } from "./consumers";

/** Notifications in hand at a time; those in hand together share a transaction. */
const CONCURRENCY = 100;

/** Takes in what SES tells us through SNS. */
runProcess({
  name: "events-worker",
  role: "ingest",
  yields: true,
  async start({ context, settings, log }) {
    const take = group<string, undefined>(
      async (ids) => {
        await takeNotifications(context, ids);
        return ids.map(() => undefined);
      },
      { items: CONCURRENCY, linger: LINGER, shared: isDatabaseTrouble },
    );
    const consumers = [
      consume<NotificationJob>({
        redisUrl: settings.redisUrl,
        queue: QUEUES.ingest,
        concurrency: CONCURRENCY,
        log,
        passing: isDatabaseTrouble,
        run: ({ id }) => take(id),
      }),
    ];
    return {
      close: (timeoutMs) => closeAll(consumers, timeoutMs),
      ready: async () => ({ ...(await ready(context)), ...consumersReady(consumers) }),
    };
  },
});
