import type { Comparison, Extent, Sample } from "../report/comparison";
import { type Crew, startCrew } from "../rig/crew";
import { posts, type SteadyAnswer, type SteadyPlan } from "../load/plan";
import type { Rig } from "../rig/rig";
import { sampleMails } from "../mails/sample-mail";
import type { Receipt, TrackingPlan } from "../ses/tracking";
import { countRows, makeFresh, until } from "../measure/state";
import { subscribe } from "../rig/subscription";
import { type Waits, waitsOf } from "../measure/waits";

/** What a mail may take in 99 of 100 cases. */
const P99_MS = 250;
/** The rate that the target is about, and those tried after it until one does not hold. */
const RATE = 100;
const MORE_RATES = [150, 200, 300, 400, 600, 800, 1200, 1600];
const WARM_UP = { perSecond: 50, seconds: 5 };
const CONNECTIONS = 256;
const DIFFERENT_MAILS = 1_000;
const SENT_LIMIT_MS = 120_000;
const ANSWER_LIMIT_MS = 900_000;

/** How soon a mail is at SES while everything runs and requests come at a fixed rate. */
export const latency: Comparison = {
  name: "latency",
  title: "Latency: accepted → handed to SES at a fixed rate, one process of each kind",
  figures: [
    { name: "p99", title: `p99 ms at ${RATE}/s`, digits: 0 },
    { name: "p50", title: `p50 ms at ${RATE}/s`, digits: 0 },
    { name: "due99", title: `p99 ms at ${RATE}/s, from the request's time`, digits: 0 },
    { name: "highest", title: "highest rate that holds, mails/s", digits: 0 },
  ],
  targets: [
    { figure: "p99", bound: { atMost: P99_MS } },
    { figure: "p99", side: "told", bound: { atMost: P99_MS } },
  ],
  long: true,
  async open(rig, extent) {
    await makeFresh(rig);
    const receiver = rig.help("rig/receiver");
    const { port } = await receiver.ask<{ port: number }>("open");
    const crew = await startCrew(rig);
    const notes = [...NOTES];
    const climbing = { rig, extent, crew, notes };
    const endpoint = `http://127.0.0.1:${port}/events`;
    await told(rig, endpoint, () => step(rig, { ...WARM_UP, report: true }));
    return {
      sides: [
        { name: "sendex", title: "Sendex", role: "ours", run: () => climb(climbing) },
        {
          name: "told",
          title: "Sendex, deliveries reported and events posted",
          role: "ours",
          run: () => told(rig, endpoint, () => stepOf(climbing, RATE, true)),
        },
      ],
      notes,
      close: async () => {
        await crew.end();
        await receiver.end();
      },
    };
  },
};

const NOTES = [
  "API, send worker, webhook worker, events worker and scheduler, one process each, on one machine with the services, the stand-ins and the load generator",
  "with deliveries reported, SES says over SNS, signed, that each mail was delivered, and each of a mail's three events is posted to an endpoint; without, those processes run and have nothing to do",
  "requests begin at their time whether or not earlier ones were answered; p50 and p99 are from a mail's 202 to its arrival at the SES stand-in",
  `a rate holds when 99 of 100 mails are at SES within ${P99_MS} ms of the time at which their request was to begin`,
];

async function told<Result>(rig: Rig, endpoint: string, run: () => Promise<Result>): Promise<Result> {
  const unsubscribe = await subscribe(rig, rig.tenant, endpoint);
  try {
    return await run();
  } finally {
    await unsubscribe();
  }
}

interface Climb {
  rig: Rig;
  extent: Extent;
  crew: Crew;
  notes: string[];
}

async function climb(climbing: Climb): Promise<Sample> {
  const first = await stepOf(climbing, RATE);
  const sample: Sample = { ...first, highest: holds(first) ? RATE : 0 };
  const lines = [lineOf(RATE, first)];
  for (const rate of sample["highest"] === 0 ? [] : MORE_RATES) {
    const waits = await stepOf(climbing, rate);
    lines.push(lineOf(rate, waits));
    sample[`p99At${rate}`] = waits.p99;
    sample[`due99At${rate}`] = waits.due99;
    if (!holds(waits)) break;
    sample["highest"] = rate;
  }
  climbing.notes.push(`without reports, one run: ${lines.join("; ")}`);
  return sample;
}

async function stepOf(
  { rig, extent, crew }: Climb,
  perSecond: number,
  report = false,
): Promise<Sample & Waits> {
  const waits = await Promise.race([
    step(rig, { perSecond, seconds: extent.steady, report }),
    crew.diedEarly,
  ]);
  return { ...waits };
}

function holds({ due99 }: Waits): boolean {
  return due99 < P99_MS;
}

function lineOf(rate: number, { p99, due99 }: Waits): string {
  return `${rate}/s p99 ${p99.toFixed(0)} ms, from the request's time ${due99.toFixed(0)} ms`;
}

interface Step {
  perSecond: number;
  seconds: number;
  /** Whether SES reports the delivery of each mail. */
  report: boolean;
}

/** A fixed rate for some seconds, and then until all of it is done with. */
async function step(rig: Rig, { perSecond, seconds, report }: Step): Promise<Waits> {
  const { helper } = rig.ses;
  const tracking: TrackingPlan = report ? { report: { port: rig.apiPort, origin: rig.ses.url } } : {};
  await helper.ask("reset");
  await helper.ask("track", tracking);
  const plan: SteadyPlan = {
    port: rig.apiPort,
    headers: { Authorization: `Bearer ${rig.tenant.apiKey}` },
    requests: posts("/api/v1/emails", sampleMails(DIFFERENT_MAILS)),
    connections: CONNECTIONS,
    status: 202,
    perSecond,
    count: perSecond * seconds,
  };
  const answers = await rig.load.ask<SteadyAnswer[]>("steady", plan, ANSWER_LIMIT_MS);
  const calls = async () => (await helper.ask<{ calls: number }>("calls")).calls;
  await until("mails sent", plan.count, calls, SENT_LIMIT_MS);
  const { receipts } = await helper.ask<{ receipts: Receipt[] }>("receipts");
  await until("mails with a final status", 0, () => unfinished(rig), SENT_LIMIT_MS);
  return waitsOf(answers, receipts);
}

/** What would delay the next step: notifications not ingested, and events not delivered. */
async function unfinished(rig: Rig): Promise<number> {
  const open = await countRows(rig, "notifications", "done_at IS NULL");
  return open + (await countRows(rig, "deliveries", "status = 'pending'"));
}
