import { acceptMails } from "../mails/accept-mails";
import type { Comparison, Figure, Sample } from "../report/comparison";
import { type Crew, EVERYONE, startCrew } from "../rig/crew";
import { type LoadResult, posts } from "../load/plan";
import { heapMb, peakMb, PROBED } from "../measure/memory";
import type { Program } from "../rig/program";
import type { Rig } from "../rig/rig";
import { sampleMails } from "../mails/sample-mail";
import { countRows, jobsWaiting, makeFresh, settled, until } from "../measure/state";
import { type StoredMails, storeMails } from "../mails/stored-mails";
import { subscribe } from "../rig/subscription";

const PROCESSES = ["api", ...EVERYONE] as const;
const CONNECTIONS = 64;
const DIFFERENT_MAILS = 1_000;
const DONE_LIMIT_MS = 3_600_000;
const LOAD_LIMIT_MS = 1_800_000;
const HOUR_MS = 3_600_000;
/** The scheduler admits in runs; when it has put nothing in for this long, it will not. */
const STILL_MS = 3_000;
/** The shorter of what is compared, as shares of `--waiting`: 10,000 and 100,000 of a million. */
const SHORT = 0.01;
const LONG = 0.1;
const RATIO = 1.1;
const PEAK_MB = 250;

/** Whether Redis, the heaps and the processes stay the same size with more mail. */
export const memory: Comparison = {
  name: "memory",
  title:
    "Memory: Redis by the length of the queue, heaps by the mails that went through, and each process's peak",
  figures: [
    { name: "redisRatio", title: "Redis, long queue ÷ short queue", digits: 3 },
    { name: "redisShort", title: "Redis, short queue, MB", digits: 1 },
    { name: "redisLong", title: "Redis, long queue, MB", digits: 1 },
    { name: "redisMore", title: "Redis, long queue and as many as the short one posted, MB", digits: 1 },
    ...PROCESSES.flatMap((name): Figure[] => [
      { name: `${name}HeapRatio`, title: `${name}: heap, many mails ÷ few`, digits: 3 },
      { name: `${name}Heap`, title: `${name}: heap after many mails, MB`, digits: 1 },
      { name: `${name}Peak`, title: `${name}: peak RSS, MB`, digits: 0 },
    ]),
  ],
  targets: [
    { figure: "redisRatio", bound: { atMost: RATIO } },
    ...PROCESSES.flatMap((name) => [
      { figure: `${name}HeapRatio`, bound: { atMost: RATIO } },
      { figure: `${name}Peak`, bound: { atMost: PEAK_MB } },
    ]),
  ],
  long: true,
  async open(rig, { waiting }) {
    const receiver = rig.help("rig/receiver");
    const { port } = await receiver.ask<{ port: number }>("open");
    const sizes = { short: Math.ceil(waiting * SHORT), long: Math.ceil(waiting * LONG), waiting };
    const run = async () => ({
      ...(await redisOf(rig, sizes)),
      ...(await heapsOf(rig, sizes, `http://127.0.0.1:${port}/events`)),
    });
    return {
      sides: [{ name: "sendex", title: "Sendex", role: "ours", run }],
      notes: notesOf(sizes),
      close: () => receiver.end(),
    };
  },
};

interface Sizes {
  short: number;
  long: number;
  waiting: number;
}

function notesOf({ short, long, waiting }: Sizes): string[] {
  return [
    `the short queue holds ${short} mails and the long one ${waiting}, written into PostgreSQL and admitted by the scheduler, with no worker to send them; MB of used_memory; the ratio is of the biggest reading, after ${short} more mails were posted to the API`,
    `heaps are what a forced collection leaves after ${short} and after ${long} mails were posted one by one, sent, reported as delivered and their events posted to an endpoint`,
    "a process's peak is the most memory that it held at any time (VmHWM), collections forced only at those two moments",
  ];
}

async function redisOf(rig: Rig, { short, waiting }: Sizes): Promise<Sample> {
  await makeFresh(rig);
  const crew = await startCrew(rig, ["scheduler"]);
  try {
    const until = rig.context.clock();
    const between = new Date(until.getTime() - HOUR_MS);
    const from = new Date(between.getTime() - HOUR_MS);
    const queue = (mails: Pick<StoredMails, "count" | "from" | "until">) =>
      storeMails(rig, { tenant: rig.tenant, state: "queued", ...mails });
    await queue({ count: short, from, until: between });
    const redisShort = await redisMb(rig);
    await queue({ count: waiting - short, from: between, until });
    const redisLong = await redisMb(rig);
    await acceptMails(rig, rig.tenant, sampleMails(short));
    const redisMore = await redisMb(rig);
    return { redisShort, redisLong, redisMore, redisRatio: Math.max(redisLong, redisMore) / redisShort };
  } finally {
    await crew.end();
  }
}

async function redisMb(rig: Rig): Promise<number> {
  await settled(() => jobsWaiting(rig), STILL_MS);
  return Number(/used_memory:(\d+)/.exec(await rig.redis.info("memory"))?.[1]) / 2 ** 20;
}

async function heapsOf(rig: Rig, { short, long }: Sizes, endpoint: string): Promise<Sample> {
  await makeFresh(rig);
  const unsubscribe = await subscribe(rig, rig.tenant, endpoint);
  const { program: api, port } = await rig.startApi("probed-api", PROBED);
  const crew = await startCrew(rig, EVERYONE, PROBED);
  const programs = new Map<string, Program>([["api", api], ...crew.members]);
  try {
    await rig.ses.helper.ask("reset");
    await rig.ses.helper.ask("track", { accountId: "", report: { port, origin: rig.ses.url } });
    await through({ rig, port, crew }, short, short);
    const few = await readHeaps(programs, 1);
    await through({ rig, port, crew }, long - short, long);
    const many = await readHeaps(programs, 2);
    return Object.assign(
      {},
      ...[...programs].map(([name, program]) => ({
        [`${name}Heap`]: many.get(name),
        [`${name}HeapRatio`]: (many.get(name) ?? 0) / (few.get(name) ?? 0),
        [`${name}Peak`]: peakMb(program),
      })),
    ) as Sample;
  } finally {
    await Promise.all([crew.end(), api.end()]);
    await unsubscribe();
  }
}

async function readHeaps(programs: Map<string, Program>, nth: number): Promise<Map<string, number>> {
  const readings = [...programs].map(async ([name, program]) => [name, await heapMb(program, nth)] as const);
  return new Map(await Promise.all(readings));
}

/** Posts `count` mails one by one, and waits until all that comes of them and of earlier ones is done. */
async function through(
  { rig, port, crew }: { rig: Rig; port: number; crew: Crew },
  count: number,
  total: number,
): Promise<void> {
  const plan = {
    port,
    headers: { Authorization: `Bearer ${rig.tenant.apiKey}` },
    requests: posts("/api/v1/emails", sampleMails(DIFFERENT_MAILS)),
    connections: CONNECTIONS,
    status: 202,
    extent: { requests: count },
  };
  await rig.load.ask<LoadResult>("load", plan, LOAD_LIMIT_MS);
  const delivered = () => countRows(rig, "recipients", "status = 'delivered'");
  const told = () => countRows(rig, "deliveries", "status = 'pending'");
  await Promise.race([until("mails delivered", total, delivered, DONE_LIMIT_MS), crew.diedEarly]);
  await Promise.race([until("events still to be posted", 0, told, DONE_LIMIT_MS), crew.diedEarly]);
}
