import { Worker } from "bullmq";
import MailComposer from "nodemailer/lib/mail-composer";
import type { SampleMail } from "../mails/sample-mail";
import { FLOOR_PREFIX } from "./queue";

export interface SendFloor {
  redisUrl: string;
  queue: string;
  concurrency: number;
  sesUrl: string;
}

/** A bare BullMQ worker: composes each job's mail with nodemailer and hands it to `send`. It records nothing. */
export async function runBareWorker(
  { redisUrl, queue, concurrency }: SendFloor,
  send: (mail: SampleMail, raw: Buffer) => Promise<void>,
): Promise<void> {
  const worker = new Worker<SampleMail>(queue, async ({ data }) => send(data, await compose(data)), {
    connection: { url: redisUrl, maxRetriesPerRequest: null },
    prefix: FLOOR_PREFIX,
    concurrency,
    removeOnComplete: { count: 0 },
  });
  await worker.waitUntilReady();
}

function compose({ from, to, subject, text, html }: SampleMail): Promise<Buffer> {
  return new MailComposer({ from, to, subject, text, html }).compile().build();
}
