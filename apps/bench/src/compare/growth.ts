import { statfs } from "node:fs/promises";
import { idFloor } from "@sendex/crypto/token";
import type { Comparison, Figure, Sample } from "../report/comparison";
import { gets, type LoadPlan, type LoadResult, posts } from "../load/plan";
import type { Rig } from "../rig/rig";
import { sampleMails } from "../mails/sample-mail";
import { countRows, makeFresh } from "../measure/state";
import { SHARED, storedId, type StoredMails, storeMails } from "../mails/stored-mails";
import { plain } from "@sendex/data/database/pools";

/** What the small database holds: pages as full as the big one's. */
const SMALL = 1_000;
const DAY_MS = 86_400_000;
const DAYS = 30;
const CONNECTIONS = 64;
/** Lists are for people; more at a time would only measure the queue for the pool. */
const LIST_CONNECTIONS = 8;
const WARM_UP_MS = 500;
const WARM_UP_REQUESTS = 3_000;
/** Of each list, for each connection. */
const WARM_UP_LISTS = 10;
const DIFFERENT_MAILS = 1_000;
const LOAD_LIMIT_MS = 600_000;
const RATIO = 0.9;
/** Of disk, for each message with its indexes, and the log that is written meanwhile. */
const BYTES_EACH = 6_000;
const TOLD_EVERY = 500_000;

const LISTS = [
  { name: "first", title: "first page/s" },
  { name: "later", title: "later page/s" },
  { name: "byStatus", title: "by status/s" },
  { name: "byRecipient", title: "by recipient/s" },
  { name: "byTag", title: "by rare tag/s" },
  { name: "byCampaign", title: "by common tag/s" },
  { name: "messages", title: "/v1/messages/s" },
] as const;

/** The same API over millions of stored messages and over next to none. */
export const growth: Comparison = {
  name: "growth",
  title: "Growth: accept and list over a big database and over a small one, one API process each",
  figures: [
    { name: "accepted", title: "accepted/s", digits: 0 },
    ...LISTS.map((list): Figure => ({ ...list, digits: 0 })),
  ],
  targets: ["accepted", ...LISTS.map(({ name }) => name)].map((figure) => ({
    figure,
    against: "small",
    bound: { atLeast: RATIO },
  })),
  long: true,
  async open(rig, { seconds, stored }) {
    await checkDisk(rig, stored);
    const big = await rig.another("stored");
    try {
      await makeFresh(rig);
      const mails = { rig: big, mails: mailsOf(big, stored) };
      await fill(mails);
      const few = { rig, mails: mailsOf(rig, SMALL) };
      await fill(few);
      for (const place of [mails, few]) await warmUp(place);
      return {
        sides: [
          { name: "big", title: `${stored} stored`, role: "ours", run: () => run(mails, seconds) },
          { name: "small", title: `${SMALL} stored`, role: "floor", run: () => runSmall(few, seconds) },
        ],
        notes: notesOf(stored),
        close: () => big.close(),
      };
    } catch (error) {
      await big.close();
      throw error;
    }
  },
};

function notesOf(stored: number): string[] {
  return [
    `stored: ${stored} messages of one account over ${DAYS} days, each with a recipient, content, an attempt and three events, analyzed before the first run; the small database holds ${SMALL}, so that a page has as many rows in both, and is made anew for each run`,
    `lists are of 25, ${LIST_CONNECTIONS} connections; a later page begins in the middle; one in twenty has the status asked for, ${SHARED.address} messages the recipient, ${SHARED.order} the rare tag, one in ${SHARED.campaigns} the common one; /v1/messages is asked for its first page, a later one, and one by status, in turn`,
    "what a run accepts is there in the big database's next run: a few thousand among all",
  ];
}

interface Place {
  rig: Rig;
  mails: StoredMails;
}

/** The small database is as it was before each run; the big one has grown by nothing to speak of. */
async function runSmall(place: Place, seconds: number): Promise<Sample> {
  await makeFresh(place.rig);
  await fill(place);
  return run(place, seconds);
}

async function run(place: Place, seconds: number): Promise<Sample> {
  const { rig } = place;
  const extent = { warmUpMs: WARM_UP_MS, measureMs: seconds * 1000 };
  const sample: Sample = {};
  for (const [name, plan] of Object.entries(await listPlans(place)))
    sample[name] = (await load(rig, name, { ...plan, extent })).perSecond;
  await rig.redis.flushall();
  const start = idFloor("msg", rig.context.clock());
  const { answered, perSecond } = await load(rig, "accept", { ...acceptPlan(rig), extent });
  const stored = await countRows(
    rig,
    "messages",
    `account_id = '${rig.tenant.accountId}' AND id >= '${start}'`,
  );
  if (stored !== answered) throw new Error(`${answered} accepted, but ${stored} stored`);
  return { accepted: perSecond, ...sample };
}

/** Rejects with what was asked for, since a list that takes too long over millions is answered with an error. */
async function load(rig: Rig, name: string, plan: LoadPlan): Promise<LoadResult> {
  try {
    return await rig.load.ask<LoadResult>("load", plan, LOAD_LIMIT_MS);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} failed at ${plan.requests[0]?.path ?? ""}: ${why}`, { cause: error });
  }
}

type Plan = Omit<LoadPlan, "extent">;

function acceptPlan(rig: Rig): Plan {
  const requests = posts("/api/v1/emails", sampleMails(DIFFERENT_MAILS));
  return { ...planOf(rig), requests, connections: CONNECTIONS, status: 202 };
}

async function listPlans({ rig, mails }: Place): Promise<Record<(typeof LISTS)[number]["name"], Plan>> {
  const middle = Math.floor(mails.count / 2);
  const after = await storedId(rig, mails, middle);
  const recipient = Math.floor(middle / SHARED.address);
  const address = `customer-${recipient}@mail-${recipient % 50}.example`;
  const list = (...paths: string[]): Plan => ({
    ...planOf(rig),
    requests: gets(paths),
    connections: LIST_CONNECTIONS,
    status: 200,
  });
  const emails = "/api/v1/emails?limit=25";
  const messages = "/v1/messages?limit=25";
  return {
    first: list(emails),
    later: list(`${emails}&after=${after}`),
    byStatus: list(`${emails}&status=bounced`),
    byRecipient: list(`${emails}&recipient=${encodeURIComponent(address)}`),
    byTag: list(`${emails}&tag=order:${Math.floor(middle / SHARED.order)}`),
    byCampaign: list(`${emails}&tag=campaign:3`),
    messages: list(messages, `${messages}&after=${after}`, `${messages}&status=bounced`),
  };
}

function planOf(rig: Rig): Pick<LoadPlan, "port" | "headers"> {
  return { port: rig.apiPort, headers: { Authorization: `Bearer ${rig.tenant.apiKey}` } };
}

async function warmUp(place: Place): Promise<void> {
  const { rig } = place;
  await load(rig, "accept", { ...acceptPlan(rig), extent: { requests: WARM_UP_REQUESTS } });
  for (const [name, plan] of Object.entries(await listPlans(place)))
    await load(rig, name, { ...plan, extent: { requests: plan.connections * WARM_UP_LISTS } });
}

function mailsOf({ tenant, context }: Rig, count: number): StoredMails {
  const until = context.clock();
  return { tenant, state: "settled", count, from: new Date(until.getTime() - DAYS * DAY_MS), until };
}

async function fill({ rig, mails }: Place): Promise<void> {
  await storeMails(rig, mails, (count) => {
    if (count % TOLD_EVERY === 0) process.stderr.write(`  ${count} of ${mails.count} messages stored\n`);
  });
}

/** Rejects before the disk is full. */
async function checkDisk({ context }: Rig, stored: number): Promise<void> {
  const { rows } = await plain(context.data).query<{ folder: string }>(
    "SELECT current_setting('data_directory') AS folder",
  );
  const { bavail, bsize } = await statfs(rows[0]?.folder ?? "");
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
  if (bavail * bsize < stored * BYTES_EACH)
    throw new Error(
      `${stored} messages need up to ${gigabytes(stored * BYTES_EACH)} GB of disk, and ${gigabytes(bavail * bsize)} GB are free: use --stored`,
    );
}
