import { FIRST_WINDOW } from "@sendex/core/sending/admission";
import type { Comparison, Extent, Sample, Side } from "../report/comparison";
import { cpuEach, cpuOf } from "../report/cost";
import type { Helper } from "../rig/helper";
import { FLOOR_PREFIX } from "../floors/queue";
import { type LoadPlan, type LoadResult, posts } from "../load/plan";
import type { Rig } from "../rig/rig";
import { sampleMails } from "../mails/sample-mail";
import { countRows, FLOOR_TABLE, jobsWaiting, makeFresh, settled } from "../measure/state";

/** As in the measurements that the targets come from. */
const CONNECTIONS = 64;
/** Requests to each side before the first run. */
const WARM_UP_REQUESTS = 5_000;
/** At the start of each run: connections, and what a fresh table and an idle processor cost. */
const WARM_UP_MS = 1_000;
const DIFFERENT_MAILS = 1_000;
/** The default of pg, and of the product. */
const FLOOR_POOL = 10;
const ADD_QUEUE = "accept-add";

/** Single posts, from the whole of accept down to a constant answer. */
export const accept: Comparison = {
  name: "accept",
  title: `Accept: POST of one small mail, ${CONNECTIONS} connections, one process`,
  figures: [
    { name: "accepted", title: "accepted/s", digits: 0 },
    { name: "p50", title: "p50 ms", digits: 1 },
    { name: "p99", title: "p99 ms", digits: 1 },
    { name: "cpu", title: "CPU ms/mail", digits: 2 },
    { name: "left", title: "left to the scheduler", digits: 0 },
  ],
  targets: [
    { figure: "accepted", against: "add", bound: { atLeast: 0.8 } },
    { figure: "accepted", against: "insert", bound: { atLeast: 1.2 } },
  ],
  async open(rig, extent) {
    const floors = [
      rig.help("floors/accept-add"),
      rig.help("floors/accept-insert"),
      rig.help("floors/constant"),
    ];
    const [add, insert, constant] = floors;
    if (!add || !insert || !constant) throw new Error("A floor is missing");
    const { databaseUrl, redisUrl } = rig;
    const config = { databaseUrl, redisUrl, table: FLOOR_TABLE, connections: FLOOR_POOL };
    const ports = {
      add: await portOf(add, { ...config, queue: ADD_QUEUE }),
      insert: await portOf(insert, { ...config, queue: "accept-insert" }),
      constant: await portOf(constant, config),
    };
    const plans = plansOf(rig, extent, ports);
    for (const plan of Object.values(plans))
      await rig.load.ask("load", { ...plan, extent: { requests: WARM_UP_REQUESTS } });
    return {
      sides: sides(rig, plans),
      notes: NOTES,
      close: async () => {
        await Promise.all(floors.map((floor) => floor.end()));
      },
    };
  },
};

const NOTES = [
  "ours is the whole of accept: key, rate, Joi, domain, MX (cached for its TTL, 50 domains), sealing, and the commit of message, recipient, content, event and count",
  "CPU is the processor time of all processes but the load generator, PostgreSQL and Redis included",
  "each run's 202s were compared with the rows stored, and the jobs in Redis with the window that the product keeps there",
  "a message is durable in PostgreSQL at its 202; no scheduler runs here, so what ours left to it is not in Redis yet, and admitting it is part of `send`; the floors put every mail into Redis",
];

type Plans = Record<"ours" | keyof Ports, LoadPlan>;
type Ports = Record<"add" | "insert" | "constant", number>;

function sides(rig: Rig, plans: Plans): Side[] {
  return [
    { name: "sendex", title: "Sendex API", role: "ours", run: () => runOurs(rig, plans.ours) },
    {
      name: "add",
      title: "Express + BullMQ add",
      role: "floor",
      run: () => runFloor(rig, plans.add, () => rig.redis.llen(`${FLOOR_PREFIX}:${ADD_QUEUE}:wait`)),
    },
    {
      name: "insert",
      title: "Express + INSERT + add",
      role: "floor",
      run: () => runFloor(rig, plans.insert, () => countRows(rig, FLOOR_TABLE)),
    },
    {
      name: "constant",
      title: "Express, constant answer",
      role: "ceiling",
      run: () => runFloor(rig, plans.constant),
    },
  ];
}

function plansOf(rig: Rig, { seconds }: Extent, ports: Ports): Plans {
  const plan = (port: number, path: string, headers: Record<string, string>): LoadPlan => ({
    port,
    headers,
    requests: posts(path, sampleMails(DIFFERENT_MAILS)),
    connections: CONNECTIONS,
    status: 202,
    extent: { warmUpMs: WARM_UP_MS, measureMs: seconds * 1000 },
  });
  return {
    ours: plan(rig.apiPort, "/api/v1/emails", { Authorization: `Bearer ${rig.tenant.apiKey}` }),
    add: plan(ports.add, "/emails", {}),
    insert: plan(ports.insert, "/emails", {}),
    constant: plan(ports.constant, "/emails", {}),
  };
}

async function runOurs(rig: Rig, load: LoadPlan): Promise<Sample> {
  let left = 0;
  const sample = await runLoad(rig, load, async (answered) => {
    const stored = await countRows(rig, "messages");
    if (stored !== answered) throw new Error(`${answered} accepted, but ${stored} stored`);
    // Answered before it is put into Redis.
    const admitted = await settled(() => jobsWaiting(rig));
    const most = Math.min(answered, FIRST_WINDOW);
    if (admitted > most) throw new Error(`${admitted} jobs in Redis, where at most ${most} belong`);
    left = answered - admitted;
  });
  return { ...sample, left };
}

async function runFloor(rig: Rig, load: LoadPlan, kept?: () => Promise<number>): Promise<Sample> {
  const sample = await runLoad(rig, load, async (answered) => {
    const count = await kept?.();
    if (count !== undefined && count !== answered) throw new Error(`${answered} accepted, but ${count} kept`);
  });
  return { ...sample, left: 0 };
}

/** `check` is given the number of 202s, and belongs to what the mails cost. */
async function runLoad(
  rig: Rig,
  load: LoadPlan,
  check: (answered: number) => Promise<void>,
): Promise<Sample> {
  await makeFresh(rig);
  const before = cpuOf(rig);
  const { answered, perSecond, p50, p99 } = await rig.load.ask<LoadResult>("load", load);
  await check(answered);
  return { accepted: perSecond, p50, p99, ...cpuEach(rig, before, answered) };
}

async function portOf(helper: Helper, config: object): Promise<number> {
  return (await helper.ask<{ port: number }>("open", config)).port;
}
