import { acceptMails } from "../mails/accept-mails";
import type { Comparison, Sample } from "../report/comparison";
import { startCrew } from "../rig/crew";
import { posts, type SteadyAnswer, type SteadyPlan } from "../load/plan";
import type { Rig, Tenant } from "../rig/rig";
import { type SampleMail, sampleMails } from "../mails/sample-mail";
import type { Receipt } from "../ses/tracking";
import { countRows, makeFresh, until } from "../measure/state";
import { waitsOf } from "../measure/waits";

/** Of every four mails of the other account: ten critical ones a second, five of each other tier. */
const TIERS = ["critical", "standard", "critical", "bulk"] as const;
const PER_SECOND = 20;
const SECONDS = 20;
/** What a critical mail may take in 99 of 100 cases. Source: docs/faults.md row 37. */
export const CRITICAL_P99_MS = 1_000;
const CONNECTIONS = 64;
const DRAIN_LIMIT_MS = 3_600_000;
const WARM_UP_MAILS = 500;

/** One account's small traffic while another's backlog drains. */
export const fairness: Comparison = {
  name: "fairness",
  title: `Fairness: one account queues bulk mail, another sends ${PER_SECOND} mails/s for ${SECONDS} s; accepted → SES`,
  figures: [
    { name: "critical99", title: "critical, p99 ms", digits: 0 },
    { name: "critical50", title: "critical, p50 ms", digits: 0 },
    { name: "standard99", title: "standard, p99 ms", digits: 0 },
    { name: "standard50", title: "standard, p50 ms", digits: 0 },
    { name: "bulk99", title: "bulk, p99 ms", digits: 0 },
    { name: "bulk50", title: "bulk, p50 ms", digits: 0 },
    { name: "left", title: "backlog left when the last was accepted", digits: 0 },
    { name: "drained", title: "mails sent/s over all", digits: 0 },
  ],
  targets: [{ figure: "critical99", bound: { atMost: CRITICAL_P99_MS } }],
  long: true,
  async open(rig, { backlog }) {
    const other = await rig.addTenant("other");
    return {
      sides: [
        { name: "sendex", title: "Sendex", role: "ours", run: () => run(rig, other, sampleMails(backlog)) },
      ],
      notes: NOTES,
      close: () => Promise.resolve(),
    };
  },
};

const NOTES = [
  "one process of each kind; the SES stand-in takes whatever comes, so the backlog drains as fast as the machine can, and everything else competes with it for two cores",
  "the other account's mails are 10 critical, 5 standard and 5 bulk a second; there is a target for the critical ones alone",
];

async function run(rig: Rig, other: Tenant, backlog: SampleMail[]): Promise<Sample> {
  await makeFresh(rig);
  const crew = await startCrew(rig);
  try {
    await warmUp(rig);
    return await Promise.race([measure(rig, other, backlog), crew.diedEarly]);
  } finally {
    await crew.end();
  }
}

async function measure(rig: Rig, other: Tenant, backlog: SampleMail[]): Promise<Sample> {
  const { helper } = rig.ses;
  await helper.ask("reset");
  await helper.ask("track", { accountId: other.accountId });
  const started = performance.now();
  await acceptMails(
    rig,
    rig.tenant,
    backlog.map((mail) => ({ ...mail, priority: "bulk" })),
  );
  const plan = besidePlan(rig, other);
  const answers = await rig.load.ask<SteadyAnswer[]>("steady", plan);
  const left = await countRows(rig, "recipients", `status = 'queued' AND account_id <> '${other.accountId}'`);
  if (left === 0) throw new Error("The backlog was gone before the other account was done: make it bigger");
  const total = backlog.length + plan.count;
  await until("mails sent", total, () => callsOf(rig), DRAIN_LIMIT_MS);
  const seconds = (performance.now() - started) / 1000;
  const { receipts } = await helper.ask<{ receipts: Receipt[] }>("receipts");
  const figures = ["critical", "standard", "bulk"].map((tier) => {
    const waits = waitsOf(
      answers.filter(({ n }) => TIERS[n % TIERS.length] === tier),
      receipts,
    );
    return { [`${tier}99`]: waits.p99, [`${tier}50`]: waits.p50 };
  });
  return Object.assign({ left, drained: total / seconds }, ...figures) as Sample;
}

/** The other account's mails. */
export function besidePlan(rig: Rig, { domain, apiKey }: Tenant): SteadyPlan {
  const mails = sampleMails(TIERS.length).map((mail, n) => ({
    ...mail,
    from: `orders@${domain}`,
    priority: TIERS[n],
  }));
  return {
    port: rig.apiPort,
    headers: { Authorization: `Bearer ${apiKey}` },
    requests: posts("/api/v1/emails", mails),
    connections: CONNECTIONS,
    status: 202,
    perSecond: PER_SECOND,
    count: PER_SECOND * SECONDS,
  };
}

export function isCritical({ n }: Pick<SteadyAnswer, "n">): boolean {
  return TIERS[n % TIERS.length] === "critical";
}

/** Workers that have just been started would be measured compiling. */
async function warmUp(rig: Rig): Promise<void> {
  await rig.ses.helper.ask("reset");
  await acceptMails(rig, rig.tenant, sampleMails(WARM_UP_MAILS));
  await until("mails sent to warm up", WARM_UP_MAILS, () => callsOf(rig), DRAIN_LIMIT_MS);
}

async function callsOf({ ses }: Rig): Promise<number> {
  return (await ses.helper.ask<{ calls: number }>("calls")).calls;
}
