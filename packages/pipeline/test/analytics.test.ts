import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { bucketOf } from "@sendex/core/analytics/delay";
import {
  DIMENSIONS,
  type Dimension,
  MEASURES,
  type Measures,
  noMeasures,
} from "@sendex/core/analytics/measures";
import { GRANULARITIES, type Granularity } from "@sendex/core/analytics/periods";
import { readMetricSpan } from "@sendex/core/analytics/question";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { rollUpMetrics } from "@sendex/data/analytics/roll-up";
import { plain } from "@sendex/data/database/pools";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { readAnalytics } from "@sendex/pipeline/analytics/read";
import { recount } from "@sendex/pipeline/analytics/recount";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import { seedAccount } from "@sendex/testing/accounts";
import { type Drive, driveOver, openDrive, post } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import fc from "fast-check";
import { calendarName, type Happening, happenings, valuesOf } from "./analytics-model";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Australia/Lord_Howe",
];
const BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/142.0.0.0 Safari/537.36";

/** The clocks of Berlin and Lord Howe change in the days after it. */
const START = new Date("2026-10-02T09:17:00Z");

let first: Drive;
beforeAll(async () => {
  first = await openDrive({ now: START });
  await ensurePartitions(first.test.context.data, START);
  first.test.world.providers.set("gmail.example", "google").set("corp.example", "microsoft");
});
afterAll(() => first.test.close());

const SAID = {
  ...EVENTS,
  undetermined: ["Bounce", { bounce: { bounceType: "Undetermined" } }],
  clicked: ["Click", { click: { link: "https://a.example/", userAgent: BROWSER } }],
  read: ["Open", { open: { userAgent: BROWSER } }],
  prefetched: ["Open", { open: { userAgent: "Mozilla/5.0" } }],
  scanned: ["Click", { click: { link: "https://a.example/", userAgent: "python-requests/2.32" } }],
  left: ["Subscription", { subscription: { newTopicPreferences: { unsubscribeAll: true } } }],
} as const satisfies Record<string, readonly [string, Record<string, unknown>]>;
type Said = keyof typeof SAID;
const WORDS = Object.keys(SAID).filter((word): word is Said => word in SAID);

type Act =
  | {
      act: "post";
      tags: string[];
      priority: "critical" | "bulk";
      template: string;
      to: string[];
      later: number;
    }
  | { act: "send"; refused: boolean }
  | { act: "hear"; of: number; n: number; words: Said[] }
  | { act: "wait"; minutes: number }
  | { act: "count"; most: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant("post" as const),
    tags: fc.uniqueArray(fc.constantFrom("red", "green", "blue"), { maxLength: 2 }),
    priority: fc.constantFrom("critical" as const, "bulk" as const),
    template: fc.constantFrom("", "tpl_a", "tpl_b"),
    to: fc.uniqueArray(fc.constantFrom("gmail.example", "corp.example", "other.example"), { minLength: 1 }),
    later: fc.constantFrom(0, 0, 0, 90),
  }),
  fc.record({ act: fc.constant("send" as const), refused: fc.boolean() }),
  fc.record({
    act: fc.constant("hear" as const),
    of: fc.nat(),
    n: fc.nat(),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ act: fc.constant("wait" as const), minutes: fc.constantFrom(1, 14, 45, 400, 900) }),
  fc.record({ act: fc.constant("count" as const), most: fc.integer({ min: 1, max: 5 }) }),
);

const POST = { act: "post", priority: "bulk", template: "tpl_a", tags: ["red", "green"], later: 0 } as const;
const SEND = { act: "send", refused: false } as const;

/** Each measure at least once. */
const EVERYTHING: Act[] = [
  { ...POST, tags: ["red", "green"], to: ["gmail.example", "corp.example"] },
  SEND,
  { act: "wait", minutes: 14 },
  {
    act: "hear",
    of: 0,
    n: 0,
    words: ["delivered", "read", "read", "prefetched", "clicked", "clicked", "scanned"],
  },
  { act: "hear", of: 0, n: 1, words: ["deferred", "softBounced", "undetermined"] },
  { act: "wait", minutes: 45 },
  { act: "hear", of: 0, n: 0, words: ["read", "left", "complained"] },
  { act: "count", most: 5 },
  { ...POST, tags: [], to: ["other.example"] },
  { act: "send", refused: true },
  { ...POST, tags: ["blue"], to: ["other.example"], later: 90 },
  { act: "wait", minutes: 400 },
  SEND,
  { act: "hear", of: 2, n: 0, words: ["bounced"] },
  { ...POST, tags: [], to: ["other.example"] },
  SEND,
];

/** An open that is told, and counted, before the sending is written down. */
const OVERTAKEN: Act[] = [
  { ...POST, tags: [], to: ["gmail.example"] },
  { act: "hear", of: 0, n: 0, words: ["prefetched"] },
  { act: "count", most: 5 },
  { act: "wait", minutes: 400 },
  SEND,
];

/** Recipients are told apart by their address's domain. */
async function play(drive: Drive, history: Act[]): Promise<void> {
  const { clock, world, context } = drive.test;
  const posted: { id: string; to: string[] }[] = [];
  for (const step of history) {
    if (step.act === "post") {
      const to = step.to.map((domain) => ({ address: `someone@${domain}` }));
      const later = new Date(clock.now().getTime() + step.later * 60_000);
      const id = await post(drive, {
        to,
        tags: step.tags.map((value) => ({ name: "colour", value })),
        priority: step.priority,
        ...(step.template && { template: { id: step.template, version: 1 } }),
        ...(step.later > 0 && { scheduledAt: later }),
      });
      posted.push({ id, to: to.map(({ address }) => address) });
    }
    if (step.act === "send") {
      if (step.refused) world.sesAnswers.push({ kind: "rejected", code: "MessageRejected", detail: "no" });
      await sendDue(drive);
      world.sesAnswers.splice(0);
    }
    if (step.act === "hear") await hearOf(drive, posted, step);
    if (step.act === "wait") clock.advance(step.minutes * 60_000);
    if (step.act === "count") await rollUpMetrics(context.data, step.most);
  }
}

async function hearOf(
  drive: Drive,
  posted: { id: string; to: string[] }[],
  { of, n: ordinal, words }: Extract<Act, { act: "hear" }>,
): Promise<void> {
  const about = posted[of % Math.max(1, posted.length)];
  if (!about) return;
  const n = ordinal % about.to.length;
  const said = words.map((word) => {
    const [type, body] = SAID[word];
    const address = about.to[n] ?? "";
    return sesEvent(drive, { id: about.id, n, address }, type, readdressed(body, address));
  });
  await hear(drive, said);
}

/** The samples name one address. */
function readdressed(body: Record<string, unknown>, address: string): Record<string, unknown> {
  const text = JSON.stringify(body).replaceAll("someone@example.com", address);
  return { ...body, ...JSON.parse(text) };
}

interface Question {
  dimension: Dimension;
  granularity: Granularity;
  zone: string;
  byDomain: boolean;
}

/** What analytics answer, by the names of periods and values: measures that are not 0. */
async function told(drive: Drive, { dimension, granularity, zone, byDomain }: Question): Promise<unknown> {
  const now = new Date(drive.test.clock.now().getTime() + HOUR_MS);
  const asked = {
    from: new Date(START.getTime() - DAY_MS),
    to: now,
    timeZone: zone,
    granularity,
    byPeriod: true,
  };
  const reading = readMetricSpan(asked, now, { from: "from", to: "to" });
  if ("errors" in reading) throw new Error("the span is too long");
  const { span } = reading;
  const view = await readAnalytics(drive.test.context, drive.caller, {
    span,
    dimension,
    byDomain,
    delays: true,
  });
  const cells = view.rows.map(({ period, domain, value, counts, delays }) => {
    const start = span.periods[period]?.from ?? new Date(0);
    return [
      `${calendarName(start, granularity, zone)} | ${domain} | ${value}`,
      { counts, delays: [...delays].sort(([a], [b]) => a - b) },
    ] as const;
  });
  return {
    cells: Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1))),
    totals: view.totals.counts,
  };
}

/** The same, counted one by one. */
function counted(found: Happening[], { dimension, granularity, zone, byDomain }: Question): unknown {
  const cells = new Map<string, { counts: Measures; delays: Map<number, number> }>();
  const totals = noMeasures();
  for (const one of found) {
    totals[one.measure] += 1;
    for (const value of valuesOf(one, dimension)) {
      const name = `${calendarName(one.at, granularity, zone)} | ${byDomain ? one.domain : ""} | ${value}`;
      const cell = cells.get(name) ?? { counts: noMeasures(), delays: new Map<number, number>() };
      cells.set(name, cell);
      cell.counts[one.measure] += 1;
      if (one.delay === undefined) continue;
      const bucket = bucketOf(one.delay);
      cell.delays.set(bucket, (cell.delays.get(bucket) ?? 0) + 1);
    }
  }
  const sorted = [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { counts, delays }]) => [name, { counts, delays: [...delays].sort(([a], [b]) => a - b) }]);
  return { cells: Object.fromEntries(sorted), totals };
}

describe("rolling up", () => {
  it("moves no more than it is asked to, by a plan that was made while nothing waited", async () => {
    const drive = await openDrive();
    const { data } = drive.test.context;
    await plain(data).query("ANALYZE metric_deltas");
    expect(await rollUpMetrics(data, 2)).toBe(0);
    for (let n = 0; n < 5; n += 1) await post(drive);
    const moved: number[] = [];
    while (moved.at(-1) !== 0) moved.push(await rollUpMetrics(data, 2));
    expect(moved).toEqual([2, 2, 1, 0]);
    await drive.test.close();
  });
});

describe("analytics", () => {
  it("equal a count over the rows, by every dimension, period and zone, counted on the way or anew", async () => {
    const seen = noMeasures();
    await fc.assert(
      fc.asyncProperty(
        fc.array(acts, { minLength: 20, maxLength: 45 }),
        fc.nat(),
        async (history, chosen) => {
          first.test.clock.set(START);
          const drive = await driveOver(first.test, await seedAccount(first.test.context));
          await play(drive, history);
          await rollUpAll(drive.test.context.data);
          const found = await happenings(drive);
          for (const { measure } of found) seen[measure] += 1;
          const questions = DIMENSIONS.map((dimension, i): Question => ({
            dimension,
            granularity: GRANULARITIES[(chosen + i) % GRANULARITIES.length] ?? "daily",
            zone: ZONES[(chosen + i) % ZONES.length] ?? "UTC",
            byDomain: (chosen + i) % 2 === 0,
          }));
          for (const question of questions)
            expect(await told(drive, question)).toEqual(counted(found, question));
          const whole = { from: new Date("2026-10-01T00:00Z"), to: new Date("2026-12-31T00:00Z") };
          await recount(drive.test.context, drive.account.accountId, whole, "a test");
          for (const question of questions)
            expect(await told(drive, question)).toEqual(counted(found, question));
        },
      ),
      {
        numRuns: 12,
        examples: [
          [EVERYTHING, 1],
          [OVERTAKEN, 0],
        ],
      },
    );
    expect(MEASURES.filter((measure) => seen[measure] === 0)).toEqual([]);
  });
});
