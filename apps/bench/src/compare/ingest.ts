import type { Comparison, Sample, Side } from "../report/comparison";
import { cpuEach, cpuOf } from "../report/cost";
import { batchesOf } from "../mails/accept-mails";
import type { IngestFloor } from "../floors/ingest-insert";
import { type LoadPlan, type LoadRequest, type LoadResult, posts } from "../load/plan";
import { logged, type Program } from "../rig/program";
import type { Rig } from "../rig/rig";
import { openSigning, type SentMail, signedDelivery, TOPIC_ARN, TRUST_ROOT } from "../rig/sns";
import { countRows, FLOOR_NOTIFICATIONS, makeFresh, until } from "../measure/state";
import { type StoredMails, storeMails } from "../mails/stored-mails";
import { plain } from "@sendex/data/database/pools";

const CONNECTIONS = 64;
/** Notifications before the clock starts, in each run. */
const WARM_UP = 1_000;
const FINAL_LIMIT_MS = 60_000;
const HOUR_MS = 3_600_000;
/** The default of pg, and of the product. */
const FLOOR_POOL = 10;
/** Signatures in the making at a time. */
const SIGNING = 64;

/** SNS notifications about mails that were sent, until each mail's row says what became of it. */
export const ingest: Comparison = {
  name: "ingest",
  title: `Ingest: signed SNS notifications, ${CONNECTIONS} connections, one API process and one events worker`,
  figures: [
    { name: "final", title: "final/s", digits: 0 },
    { name: "answered", title: "answered/s", digits: 0 },
    { name: "cpu", title: "CPU ms/notification", digits: 2 },
  ],
  targets: [{ figure: "final", against: "insert", bound: { atLeast: 0.6 } }],
  async open(rig, { sends }) {
    const mails = mailsOf(rig, WARM_UP + sends);
    const signed = await signAll(rig, mails);
    const worker = rig.start("events-worker", "worker/dist/ingest.js");
    await logged(worker, "ready");
    const floor = rig.help("floors/ingest-insert");
    const config: IngestFloor = {
      databaseUrl: rig.databaseUrl,
      table: FLOOR_NOTIFICATIONS,
      connections: FLOOR_POOL,
      trustRoot: TRUST_ROOT,
      topicArn: TOPIC_ARN,
      origin: rig.ses.url,
    };
    const { port } = await floor.ask<{ port: number }>("open", config);
    return {
      sides: sides(rig, { mails, signed, worker, floorPort: port }),
      notes: NOTES,
      close: async () => {
        await Promise.all([worker.end(), floor.end()]);
      },
    };
  },
};

const NOTES = [
  `notifications were signed before the clock started; the first ${WARM_UP} of a run are not counted`,
  "ours ends when every mail's row is `delivered`, with its event, count and the notification's own end committed; the floor when the last one is stored, unread",
  "the floor checks signatures with the product's own code",
];

interface Parts {
  mails: StoredMails;
  signed: LoadRequest[];
  worker: Program;
  floorPort: number;
}

function sides(rig: Rig, parts: Parts): Side[] {
  const { mails, worker } = parts;
  const delivered = () => countRows(rig, "recipients", "status = 'delivered'");
  const stored = () => countRows(rig, FLOOR_NOTIFICATIONS);
  return [
    {
      name: "sendex",
      title: "Sendex API + events worker",
      role: "ours",
      run: async () => {
        await makeFresh(rig);
        await storeMails(rig, mails);
        const run = runOn(rig, { ...parts, port: rig.apiPort, path: "/api/ses-notifications" }, delivered);
        return Promise.race([run, worker.diedEarly]);
      },
    },
    {
      name: "insert",
      title: "Express + signature + INSERT",
      role: "floor",
      run: async () => {
        await makeFresh(rig);
        return runOn(rig, { ...parts, port: parts.floorPort, path: "/notifications" }, stored);
      },
    },
  ];
}

async function runOn(
  rig: Rig,
  { signed, port, path }: Parts & { port: number; path: string },
  final: () => Promise<number>,
): Promise<Sample> {
  const requests = signed.map((request) => ({ ...request, path }));
  const send = (some: LoadRequest[]) => rig.load.ask<LoadResult>("load", planOf(port, some));
  await send(requests.slice(0, WARM_UP));
  await until("notifications taken in to warm up", WARM_UP, final, FINAL_LIMIT_MS);
  const counted = requests.slice(WARM_UP);
  const before = cpuOf(rig);
  const started = performance.now();
  const { perSecond } = await send(counted);
  await until("notifications taken in", requests.length, final, FINAL_LIMIT_MS);
  const seconds = (performance.now() - started) / 1000;
  return { final: counted.length / seconds, answered: perSecond, ...cpuEach(rig, before, counted.length) };
}

function planOf(port: number, requests: LoadRequest[]): LoadPlan {
  const extent = { requests: requests.length };
  return { port, headers: {}, requests, connections: CONNECTIONS, status: 200, extent };
}

function mailsOf(rig: Rig, count: number): StoredMails {
  const until = rig.context.clock();
  return { tenant: rig.tenant, state: "sent", count, from: new Date(until.getTime() - HOUR_MS), until };
}

/** The mails are the same in every run, and so are the notifications. */
async function signAll(rig: Rig, mails: StoredMails): Promise<LoadRequest[]> {
  await makeFresh(rig);
  await storeMails(rig, mails);
  const { rows } = await plain(rig.context.data).query<SentMail>(
    `SELECT account_id AS "accountId", message_id AS "messageId", address, ses_message_id AS "sesMessageId" FROM recipients`,
  );
  const signing = await openSigning(rig.ses.url);
  const bodies: object[] = [];
  for (const some of batchesOf([...rows.entries()], SIGNING))
    bodies.push(
      ...(await Promise.all(some.map(([n, mail]) => signedDelivery(signing, mail, n, mails.until)))),
    );
  return posts("/api/ses-notifications", bodies);
}
