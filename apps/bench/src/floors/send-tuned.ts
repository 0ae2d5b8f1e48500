import { openSes } from "@sendex/outside/ses";
import { SENDER_DOMAIN } from "../mails/sample-mail";
import { serveParent } from "../rig/serve-parent";
import { runBareWorker, type SendFloor } from "./send-worker";

const TIMEOUT_MS = 8_000;

/** The bare worker with the product's own way to SES, tags included: what is left to it is BullMQ and the mail. */
serveParent({
  start: async (config) => {
    const floor = config as SendFloor;
    const ses = openSes({ region: "us-east-1", endpoint: floor.sesUrl, maxSockets: floor.concurrency });
    await runBareWorker(floor, async ({ to }, raw) => {
      const tags = { account: "acc_0", message: "msg_0", recipient: "0", attempt: "1" };
      const answer = await ses.send({
        mode: "live",
        from: `orders@${SENDER_DOMAIN}`,
        to,
        raw,
        tags,
        timeoutMs: TIMEOUT_MS,
      });
      if (answer.kind !== "sent") throw new Error(`SES answered ${answer.kind}`);
    });
    return {};
  },
});
