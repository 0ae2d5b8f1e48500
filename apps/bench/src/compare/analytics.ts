import { plain } from "@sendex/data/database/pools";
import { recount } from "@sendex/pipeline/analytics/recount";
import { gets, type LoadPlan, type LoadResult } from "../load/plan";
import { storeMails, type StoredMails } from "../mails/stored-mails";
import type { Comparison, Figure, Sample } from "../report/comparison";
import type { Rig } from "../rig/rig";

const DAY_MS = 86_400_000;
const DAYS = 30;
const LOAD_LIMIT_MS = 600_000;
const WARM_UP_MS = 500;
const MOST_MS = 100;
const TOLD_EVERY = 500_000;

/** Over the whole of the thirty days. */
const QUESTIONS = [
  { name: "totals", title: "totals", query: "metrics=sent,delivered,bounce_rate,delay_p95" },
  { name: "daily", title: "daily in Berlin", query: "timezone=Europe/Berlin&dimensions=period" },
  { name: "quarter", title: "daily in Kathmandu", query: "timezone=Asia/Kathmandu&dimensions=period" },
  { name: "hourly", title: "hourly", query: "granularity=hourly&dimensions=period" },
  {
    name: "provider",
    title: "by provider, with delays",
    query: "dimensions=provider&metrics=sent,delivered,delay_p95",
  },
  {
    name: "providerDaily",
    title: "by provider and day in Kolkata, with delays",
    query: "timezone=Asia/Kolkata&dimensions=period,provider&metrics=sent,delivered,delay_p95",
  },
  { name: "tag", title: "by 1,000 tags", query: "dimensions=tag&metrics=sent,delivered,bounce_rate" },
] as const;

/** How long analytics of a month of mail take to be asked, and to be counted from the rows. */
export const analytics: Comparison = {
  name: "analytics",
  title:
    "Analytics: questions over 30 days of stored mail, one at a time; 99 of 100 are answered within so many ms",
  figures: [
    { name: "totals", title: "totals, ms", digits: 1 },
    ...QUESTIONS.slice(1).map(({ name, title }): Figure => ({ name, title: `${title}, ms`, digits: 1 })),
    { name: "recount", title: "counting anew, s", digits: 0 },
    { name: "cells", title: "cells", digits: 0 },
  ],
  targets: QUESTIONS.map(({ name }) => ({ figure: name, bound: { atMost: MOST_MS } })),
  long: true,
  async open(rig, { seconds, stored }) {
    const counted = await fill(rig, stored);
    return {
      sides: [
        {
          name: "sendex",
          title: "Sendex",
          role: "ours",
          run: async () => ({ ...counted, ...(await ask(rig, seconds)) }),
        },
      ],
      notes: [
        `stored: ${stored} messages of one account over ${DAYS} days with a recipient, five providers, two tags and three timeline entries each; tags beyond the first 1,000 are told as one`,
      ],
      close: async () => undefined,
    };
  },
};

async function fill(rig: Rig, stored: number): Promise<Sample> {
  const { tenant, context } = rig;
  const until = context.clock();
  const from = new Date(until.getTime() - DAYS * DAY_MS);
  const mails: StoredMails = { tenant, state: "settled", count: stored, from, until };
  await storeMails(rig, mails, (count) => {
    if (count % TOLD_EVERY === 0) process.stderr.write(`  ${count} of ${stored} messages stored\n`);
  });
  // Counted from the rows instead.
  await plain(context.data).query("TRUNCATE metric_deltas");
  const began = performance.now();
  const end = new Date(Math.ceil(until.getTime() / DAY_MS) * DAY_MS);
  const start = new Date(Math.floor(from.getTime() / DAY_MS) * DAY_MS);
  const cells = await recount(context, tenant.accountId, { from: start, to: end }, "the bench");
  await plain(context.data).query("ANALYZE metrics, metric_delays");
  return { recount: (performance.now() - began) / 1000, cells };
}

async function ask(rig: Rig, seconds: number): Promise<Sample> {
  const sample: Sample = {};
  const until = rig.context.clock();
  const from = new Date(until.getTime() - DAYS * DAY_MS).toISOString();
  for (const { name, query } of QUESTIONS) {
    const plan: LoadPlan = {
      port: rig.apiPort,
      headers: { Authorization: `Bearer ${rig.tenant.apiKey}` },
      requests: gets([`/api/v1/emails/metrics?start_date=${from}&${query}`]),
      connections: 1,
      status: 200,
      extent: { warmUpMs: WARM_UP_MS, measureMs: seconds * 1000 },
    };
    sample[name] = (await rig.load.ask<LoadResult>("load", plan, LOAD_LIMIT_MS)).p99;
  }
  return sample;
}
