import { batchesOf } from "../mails/accept-mails";
import type { Comparison, Sample, Side } from "../report/comparison";
import { cpuEach, cpuOf } from "../report/cost";
import { type LoadPlan, type LoadResult, posts } from "../load/plan";
import type { Rig } from "../rig/rig";
import { sampleMails } from "../mails/sample-mail";
import { countRows, makeFresh } from "../measure/state";

/** By mails in a request: about as many mails in flight as keep the process busy. */
const CONNECTIONS = new Map([
  [1, 64],
  [10, 16],
  [100, 8],
]);
/** Of a run, for each mail of a run of `send`: accepting is that much faster. */
const MAILS = 3;
const WARM_UP_MAILS = 2_000;
const DIFFERENT_MAILS = 1_000;

/** Batches against single posts, to the same API process. */
export const batch: Comparison = {
  name: "batch",
  title: "Batch: POST of many small mails at once against one at a time, one process",
  figures: [
    { name: "accepted", title: "mails/s", digits: 0 },
    { name: "p50", title: "p50 ms", digits: 1 },
    { name: "p99", title: "p99 ms", digits: 1 },
    { name: "cpu", title: "CPU ms/mail", digits: 2 },
  ],
  targets: [{ figure: "accepted", side: "hundred", against: "single", bound: { atLeast: 3 } }],
  async open(rig, { sends }) {
    const sizes = [100, 10, 1];
    for (const size of sizes)
      await rig.load.ask("load", {
        ...planOf(rig, size),
        extent: { requests: Math.ceil(WARM_UP_MAILS / size) },
      });
    // By number and not by time: answers to big batches come in bursts, and a clock would cut one in two.
    const extent = (size: number) => ({ requests: Math.ceil((MAILS * sends) / size) });
    const side = (size: number, rest: Omit<Side, "run">): Side => ({
      ...rest,
      run: () => run(rig, { ...planOf(rig, size), extent: extent(size) }, size),
    });
    return {
      sides: [
        side(100, { name: "hundred", title: "batches of 100", role: "ours" }),
        side(10, { name: "ten", title: "batches of 10", role: "ours" }),
        side(1, { name: "single", title: "single posts", role: "floor" }),
      ],
      notes: NOTES,
      close: () => Promise.resolve(),
    };
  },
};

const NOTES = [
  "64 connections post single mails, 16 batches of 10, 8 batches of 100",
  "p50 and p99 are of whole requests: a batch's answer comes when all its mails are durable",
  "each run's 202s were compared with the rows stored",
];

function planOf(rig: Rig, size: number): Omit<LoadPlan, "extent"> {
  const mails = sampleMails(DIFFERENT_MAILS);
  return {
    port: rig.apiPort,
    headers: { Authorization: `Bearer ${rig.tenant.apiKey}` },
    requests:
      size === 1 ? posts("/api/v1/emails", mails) : posts("/api/v1/emails/batch", batchesOf(mails, size)),
    connections: CONNECTIONS.get(size) ?? 1,
    status: 202,
  };
}

async function run(rig: Rig, plan: LoadPlan, size: number): Promise<Sample> {
  await makeFresh(rig);
  const before = cpuOf(rig);
  const { answered, perSecond, p50, p99 } = await rig.load.ask<LoadResult>("load", plan);
  const mails = answered * size;
  const stored = await countRows(rig, "messages");
  if (stored !== mails) throw new Error(`${mails} accepted, but ${stored} stored`);
  return { accepted: perSecond * size, p50, p99, ...cpuEach(rig, before, mails) };
}
