import type { Comparison, Extent, Sample, Side } from "../report/comparison";
import { cpuEach, cpuOf } from "../report/cost";
import { openFloorQueue } from "../floors/queue";
import type { SendFloor } from "../floors/send-worker";
import { type Rig, SEND_CONCURRENCY } from "../rig/rig";
import { type SampleMail, sampleMails } from "../mails/sample-mail";
import type { SesCount } from "../ses/stand-in";
import { acceptMails } from "../mails/accept-mails";
import { logged } from "../rig/program";
import { countRows, makeFresh, until } from "../measure/state";
import { subscribe } from "../rig/subscription";

/** Mails at the start of each run that are not counted: every run begins with a process just started. */
const WARM_UP_MAILS = 1_000;
/** Nothing is sent there: the webhook worker does not run. */
const ENDPOINT = "https://hooks.bench.sendex.example/events";
const RECORD_LIMIT_MS = 30_000;

/** A backlog of mails with one recipient each, sent by one worker process. */
export const send: Comparison = {
  name: "send",
  title: `Send: a backlog drained by one worker process, ${SEND_CONCURRENCY} slots`,
  figures: [
    { name: "sent", title: "SES calls/s", digits: 0 },
    { name: "recorded", title: "done and recorded/s", digits: 0 },
    { name: "cpu", title: "CPU ms/mail", digits: 2 },
  ],
  targets: [{ figure: "sent", against: "sdk", bound: { atLeast: 0.8 } }],
  async open(rig, extent) {
    const unsubscribe = await subscribe(rig, rig.tenant, ENDPOINT);
    return { sides: sides(rig, extent), notes: NOTES, close: unsubscribe };
  },
};

const NOTES = [
  "CPU is the processor time of all processes but the SES stand-in, PostgreSQL and Redis included",
  `a run's first ${WARM_UP_MAILS} mails are not counted; the SES stand-in accepts at once, and each run's calls were compared with the mails queued`,
  "ours claims each recipient and records each result, event and webhook delivery in PostgreSQL; the floors store nothing, and their mail is in the job itself",
  "the backlog lies in PostgreSQL, and the scheduler admits it to Redis beside the worker: its work is part of ours; deliveries are written, and no webhook worker runs",
];

function sides(rig: Rig, { sends }: Extent): Side[] {
  return [
    { name: "sendex", title: "Sendex send worker", role: "ours", run: () => runOurs(rig, sends) },
    {
      name: "sdk",
      title: "BullMQ worker + SESClient",
      role: "floor",
      run: () => runFloor(rig, sends, "floors/send-sdk"),
    },
    {
      name: "tuned",
      title: "BullMQ worker + our SES client",
      role: "floor",
      run: () => runFloor(rig, sends, "floors/send-tuned"),
    },
  ];
}

async function runOurs(rig: Rig, sends: number): Promise<Sample> {
  const total = WARM_UP_MAILS + sends;
  await makeFresh(rig);
  const scheduler = rig.start("scheduler", "worker/dist/schedule.js");
  await logged(scheduler, "ready");
  await acceptMails(rig, rig.tenant, sampleMails(total));
  const { counted } = await expectCalls(rig, total);
  const worker = rig.start("send-worker", "worker/dist/send.js");
  try {
    const { count, before } = await Promise.race([counted, worker.diedEarly, scheduler.diedEarly]);
    const recorded = () => countRows(rig, "recipients", "status = 'sent'");
    await until("recipients recorded as sent", total, recorded, RECORD_LIMIT_MS);
    const sample = await sampleOf(rig, { count, before }, sends);
    await checkDeliveries(rig, total);
    return sample;
  } finally {
    await Promise.all([worker.end(), scheduler.end()]);
  }
}

/** Each mail is worth at least two: queued and sent. */
async function checkDeliveries(rig: Rig, total: number): Promise<void> {
  const deliveries = await countRows(rig, "deliveries");
  if (deliveries < total * 2) throw new Error(`${deliveries} webhook deliveries for ${total} mails`);
}

async function runFloor(rig: Rig, sends: number, module: string): Promise<Sample> {
  const total = WARM_UP_MAILS + sends;
  const queue = openFloorQueue(rig.redisUrl, "send");
  const worker = rig.help(module);
  try {
    await makeFresh(rig);
    await queue.addBulk(sampleMails(total).map((data: SampleMail) => ({ name: "send", data })));
    const { counted } = await expectCalls(rig, total);
    const floor: SendFloor = {
      redisUrl: rig.redisUrl,
      queue: queue.name,
      concurrency: SEND_CONCURRENCY,
      sesUrl: rig.ses.url,
    };
    await worker.ask("start", floor);
    const { count, before } = await counted;
    await until("jobs left", 0, () => queue.getJobCountByTypes("waiting", "active"), RECORD_LIMIT_MS);
    return await sampleOf(rig, { count, before }, sends);
  } finally {
    await worker.end();
    await queue.close();
  }
}

/** What is known once the stand-in has had all calls; `before` is the CPU time used until the warm-up was over. */
interface Counted {
  count: SesCount;
  before: number | undefined;
}

/** Tells the stand-in what is coming. Its answer, once all have come, is wrapped so as not to be awaited here. */
async function expectCalls(rig: Rig, total: number): Promise<{ counted: Promise<Counted> }> {
  const { helper } = rig.ses;
  await helper.ask("reset");
  const warm = helper.ask("expect", { skip: 0, total: WARM_UP_MAILS }).then(() => cpuOf(rig));
  const all = helper.ask<SesCount>("expect", { skip: WARM_UP_MAILS, total });
  const counted = Promise.all([all, warm]).then(([count, before]) => ({ count, before }));
  // Should a run fail before it waits for this, the failure to tell of is that one.
  counted.catch(() => undefined);
  return { counted };
}

async function sampleOf(rig: Rig, { count, before }: Counted, sends: number): Promise<Sample> {
  const recordedAt = performance.timeOrigin + performance.now();
  const cpu = cpuEach(rig, before, sends);
  const { calls } = await rig.ses.helper.ask<{ calls: number }>("calls");
  const total = WARM_UP_MAILS + sends;
  if (calls !== total) throw new Error(`SES was called ${calls} times for ${total} mails`);
  return {
    sent: (sends * 1000) / count.measuredMs,
    recorded: (sends * 1000) / (count.measuredMs + recordedAt - count.lastAt),
    ...cpu,
  };
}
