import { Agent } from "node:http";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { SENDER_DOMAIN } from "../mails/sample-mail";
import { serveParent } from "../rig/serve-parent";
import { runBareWorker, type SendFloor } from "./send-worker";

/** The bare worker with one SESClient as the SDK comes: keep-alive, a socket for each job at once, no retries. */
serveParent({
  start: async (config) => {
    const floor = config as SendFloor;
    const client = new SESClient({
      region: "us-east-1",
      endpoint: floor.sesUrl,
      credentials: { accessKeyId: "BENCH", secretAccessKey: "bench" },
      maxAttempts: 1,
      requestHandler: { httpAgent: new Agent({ keepAlive: true, maxSockets: floor.concurrency }) },
    });
    await runBareWorker(floor, async ({ to }, raw) => {
      await client.send(
        new SendRawEmailCommand({
          Source: `orders@${SENDER_DOMAIN}`,
          Destinations: [to],
          RawMessage: { Data: raw },
        }),
      );
    });
    return {};
  },
});
