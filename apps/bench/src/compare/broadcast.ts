import { plain } from "@sendex/data/database/pools";
import type { Comparison, Sample, Side } from "../report/comparison";
import { cpuEach, cpuOf } from "../report/cost";
import { acceptMails } from "../mails/accept-mails";
import { type SampleMail, SENDER_DOMAIN, sampleMails } from "../mails/sample-mail";
import { startCrew } from "../rig/crew";
import { countRows, makeFresh, until } from "../measure/state";
import { peakMb } from "../measure/memory";
import type { Rig, Tenant } from "../rig/rig";
import type { Receipt } from "../ses/tracking";
import type { SteadyAnswer } from "../load/plan";
import { waitsOf } from "../measure/waits";
import { besidePlan, CRITICAL_P99_MS, isCritical } from "./fairness";

const DONE_LIMIT_MS = 3_600_000;
const CALL_LIMIT_MS = 60_000;

/** A broadcast beside the same mails as calls of their own, while another account sends. */
export const broadcast: Comparison = {
  name: "broadcast",
  title:
    "Broadcast: one mail to a segment, beside as many single bulk mails; another account sends meanwhile",
  figures: [
    { name: "perSecond", title: "mails at SES/s", digits: 0 },
    { name: "cpu", title: "CPU ms/mail", digits: 2 },
    { name: "critical99", title: "other's critical, p99 ms", digits: 0 },
    { name: "seconds", title: "all sent, s", digits: 1 },
    { name: "peak", title: "scheduler: peak RSS, MB", digits: 0 },
    { name: "sender", title: "send worker: peak RSS, MB", digits: 0 },
  ],
  targets: [{ figure: "critical99", bound: { atMost: CRITICAL_P99_MS } }],
  long: true,
  async open(rig, { backlog }) {
    const other = await rig.addTenant("other");
    const [mail] = sampleMails(1);
    const sides: Side[] = [
      {
        ...{ name: "broadcast", title: "one broadcast", role: "ours" },
        run: () => run(rig, other, backlog, () => sendBroadcast(rig, backlog, mail)),
      },
      {
        ...{ name: "single", title: "single bulk mails, in batches of 100", role: "floor" },
        run: () => run(rig, other, backlog, () => sendSingly(rig, backlog)),
      },
    ];
    return { sides, notes: NOTES, close: () => Promise.resolve() };
  },
};

const NOTES = [
  "one process of each kind; the SES stand-in takes whatever comes; the clock runs from the first call to the last mail at SES",
  "CPU is the processor time of all processes but the SES stand-in and the load generator; a broadcast renders each mail for its reader, and its mails carry List-Unsubscribe as bulk mail does",
  "the other account's mails are 10 critical, 5 standard and 5 bulk a second for 20 s",
];

async function run(rig: Rig, other: Tenant, count: number, begin: () => Promise<void>): Promise<Sample> {
  await makeFresh(rig);
  const crew = await startCrew(rig);
  try {
    return await Promise.race([measure(rig, other, count, begin, crew.members), crew.diedEarly]);
  } finally {
    await crew.end();
  }
}

async function measure(
  rig: Rig,
  other: Tenant,
  count: number,
  begin: () => Promise<void>,
  members: Awaited<ReturnType<typeof startCrew>>["members"],
): Promise<Sample> {
  const { helper } = rig.ses;
  await helper.ask("reset");
  await helper.ask("track", { accountId: other.accountId });
  const [before, started] = [cpuOf(rig), performance.now()];
  await begin();
  const plan = besidePlan(rig, other);
  const answers = await rig.load.ask<SteadyAnswer[]>("steady", plan);
  const total = count + plan.count;
  await until(
    "mails sent",
    total,
    async () => (await helper.ask<{ calls: number }>("calls")).calls,
    DONE_LIMIT_MS,
  );
  const seconds = (performance.now() - started) / 1000;
  const cpu = cpuEach(rig, before, total);
  const { receipts } = await helper.ask<{ receipts: Receipt[] }>("receipts");
  const sent = await countRows(rig, "messages", `account_id = '${rig.tenant.accountId}'`);
  if (sent !== count) throw new Error(`${sent} mails for ${count} contacts`);
  const [scheduler, sender] = [members.get("scheduler"), members.get("send-worker")];
  return {
    ...{ perSecond: total / seconds, seconds, ...cpu },
    critical99: waitsOf(answers.filter(isCritical), receipts).p99,
    ...(scheduler && { peak: peakMb(scheduler) }),
    ...(sender && { sender: peakMb(sender) }),
  };
}

async function sendSingly(rig: Rig, count: number): Promise<void> {
  await acceptMails(
    rig,
    rig.tenant,
    sampleMails(count).map((mail) => ({ ...mail, priority: "bulk" })),
  );
}

async function sendBroadcast(rig: Rig, count: number, mail: SampleMail | undefined): Promise<void> {
  const { id: segment_id } = await call(rig, "segments", { name: "Everybody" });
  await fill(rig, segment_id, count);
  await call(rig, "broadcasts", {
    ...{ name: "News", segment_id, send: true, from: `The shop <orders@${SENDER_DOMAIN}>` },
    ...{
      subject: mail?.subject,
      html: mail?.html.replace("Hello,", "Hello {{ first_name }},"),
      text: mail?.text,
    },
  });
}

/** Straight into the rows, as an import leaves them. */
async function fill({ context, tenant }: Rig, segment: string, count: number): Promise<void> {
  const pool = plain(context.data);
  await pool.query("TRUNCATE contacts, segment_contacts, broadcasts");
  await pool.query(
    `INSERT INTO contacts (account_id, mode, id, address, first_name, created_at, updated_at)
     SELECT $1, 'live', 'con_' || lpad(n::text, 27, '0'), 'customer-' || n || '@mail-' || n % 50 || '.example', 'C' || n, now(), now()
     FROM generate_series(1, $2::int) n`,
    [tenant.accountId, count],
  );
  await pool.query(
    "INSERT INTO segment_contacts (account_id, segment_id, contact_id) SELECT account_id, $2, id FROM contacts WHERE account_id = $1",
    [tenant.accountId, segment],
  );
}

async function call(rig: Rig, path: string, body: object): Promise<{ id: string }> {
  const response = await fetch(`http://127.0.0.1:${rig.apiPort}/api/v1/${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${rig.tenant.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_LIMIT_MS),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string };
}
