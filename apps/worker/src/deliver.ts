import { runProcess } from "@sendex/boot/process";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import { deliver } from "@sendex/pipeline/webhooks/deliver";
import { openEndpointSlots } from "@sendex/pipeline/webhooks/slots";
import { ready } from "@sendex/pipeline/ledger/ready";
import { consume } from "@sendex/queue/consume";
import { QUEUES, type DeliveryJob } from "@sendex/queue/names";
import { closeAll, consumersReady } from "./consumers";

/**
 * Most of a delivery is waiting for a customer's server, up to 15 s, so many may wait side by side: 24 endpoints that
 * hang at the same time, with 16 requests each, leave 16 to the others.
 */
const CONCURRENCY = 400;

/** POSTs events to the endpoints that subscribed to them. */
runProcess({
  name: "webhook-worker",
  role: "deliver",
  yields: true,
  async start({ context, settings, log }) {
    const slots = openEndpointSlots();
    const consumers = [
      consume<DeliveryJob>({
        redisUrl: settings.redisUrl,
        queue: QUEUES.deliver,
        concurrency: CONCURRENCY,
        log,
        passing: isDatabaseTrouble,
        run: (job) => deliver(context, slots, job),
      }),
    ];
    return {
      close: (timeoutMs) => closeAll(consumers, timeoutMs),
      ready: async () => ({ ...(await ready(context)), ...consumersReady(consumers) }),
    };
  },
});
