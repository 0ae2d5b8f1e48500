import { describe, expect, it } from "@jest/globals";
import {
  type Batch,
  bursty,
  monthly,
  type Profile,
  QUARTERS_A_DAY,
  QUARTERS_A_WEEK,
  randomOf,
  steady,
  traffic,
  type Trouble,
  weekly,
} from "./traffic";
import { openAccount, type SimulatedAlert } from "./account";

const WEEKS = 52;
const QUARTERS = WEEKS * QUARTERS_A_WEEK;
const HOUR = 4;

/** What may go wrong, each with the part that it strikes; a provider alone defers. */
const STRIKES: Omit<Trouble, "from" | "to">[] = [
  { kind: "bounce_rate", part: { dimension: "template", value: "tpl_news" }, share: 0.5 },
  { kind: "bounce_rate", part: { dimension: "provider", value: "yahoo" }, share: 0.5 },
  { kind: "bounce_rate", part: { dimension: "domain", value: "b.example" }, share: 0.4 },
  { kind: "complaint_rate", part: { dimension: "template", value: "tpl_news" }, share: 0.15 },
  { kind: "complaint_rate", part: { dimension: "domain", value: "b.example" }, share: 0.12 },
  { kind: "deferrals", part: { dimension: "provider", value: "yahoo" }, share: 0.7 },
  { kind: "deferrals", part: { dimension: "provider", value: "google" }, share: 0.6 },
];

/** Where something can be planted, and how much mail more is ten times the usual there. */
interface Plan {
  name: string;
  profile: Profile;
  starts: number[];
  more: (at: number) => number;
}

/** Each hour of some office days, from the third month on. */
function officeStarts(seed: number): number[] {
  const random = randomOf(seed);
  return Array.from({ length: 42 }, (_, week) => {
    const day = Math.floor(random() * 5);
    return (week + 9) * QUARTERS_A_WEEK + day * QUARTERS_A_DAY + Math.floor((10 + random() * 6) * HOUR);
  });
}

function plans(): Plan[] {
  const burst = bursty(11, WEEKS);
  const late = spaced(burst.campaigns.filter((at) => at > 9 * QUARTERS_A_WEEK));
  return [
    { name: "steady", profile: steady, starts: officeStarts(1), more: (at) => 9 * steady(at) },
    { name: "weekly pattern", profile: weekly, starts: officeStarts(2), more: (at) => 9 * weekly(at) },
    { name: "monthly run", profile: monthly(3), starts: officeStarts(3), more: (at) => 9 * weekly(at) },
    // What it is used to is a campaign: ten times that.
    { name: "bursts", profile: burst.profile, starts: late, more: () => 9 * 1_000 },
  ];
}

/** Four days apart at least: until an alert has closed, what happens beside its cause counts as explained by it. */
function spaced(starts: number[]): number[] {
  let last = -Infinity;
  return starts.filter((at) => {
    if (at - last < 4 * QUARTERS_A_DAY) return false;
    last = at;
    return true;
  });
}

/** One trouble of two hours at a time; ten times the volume once in ten weeks, since the rule learns from what comes again. */
function troublesOf({ starts, more }: Plan): Trouble[] {
  let lastVolume = -Infinity;
  return starts.map((from, i): Trouble => {
    const span = { from, to: from + 2 * HOUR };
    if (from - lastVolume >= 10 * QUARTERS_A_WEEK) {
      lastVolume = from;
      return { ...span, kind: "volume", more: more(from) };
    }
    return { ...span, ...(STRIKES[i % STRIKES.length] ?? { kind: "volume" }) };
  });
}

function simulate({ profile }: Plan, quarters: number, troubles: Trouble[]): SimulatedAlert[] {
  const account = openAccount();
  for (const batches of traffic(77, profile, quarters, troubles)) account.pass(batches satisfies Batch[]);
  return account.alerts;
}

interface Score {
  planted: number;
  /** Found within the hour, and of those by the very part that was struck. */
  found: number;
  exact: number;
  falseAlarms: number;
  missed: string[];
  falsely: string[];
}

function scoreOf(troubles: Trouble[], alerts: SimulatedAlert[]): Score {
  const score: Score = { planted: 0, found: 0, exact: 0, falseAlarms: 0, missed: [], falsely: [] };
  for (const { kind, from, part } of troubles) {
    const hits = alerts.filter(
      ({ kind: its, openedAt }) => its === kind && openedAt >= from && openedAt < from + HOUR,
    );
    score.planted += 1;
    if (hits.length > 0) score.found += 1;
    else score.missed.push(`${kind} ${part?.value ?? ""} at ${from}`);
    if (hits.some(({ value }) => value === (part?.value ?? ""))) score.exact += 1;
  }
  for (const { kind, value, openedAt } of alerts) {
    const planted = troubles.some(
      (one) => one.kind === kind && openedAt >= one.from && openedAt < one.to + 2 * HOUR,
    );
    if (!planted) score.falsely.push(`${kind} ${value} at ${openedAt}`);
  }
  score.falseAlarms = score.falsely.length;
  return score;
}

describe.each(plans().map((plan) => [plan.name, plan] as const))("a year of an account: %s", (_, plan) => {
  const troubles = troublesOf(plan);
  const score = scoreOf(troubles, simulate(plan, QUARTERS, troubles));
  const quiet = simulate(plan, QUARTERS / 2, []);

  it("has each planted incident found within the hour", () => {
    expect({ ...score, falsely: [] }).toMatchObject({ found: score.planted, missed: [] });
    expect(score.exact / score.planted).toBeGreaterThan(0.9);
  });

  it("has at most one false alarm a month, planted incidents or none", () => {
    expect(score.falseAlarms <= 12 ? [] : score.falsely).toEqual([]);
    expect(quiet.length).toBeLessThanOrEqual(6);
  });

  it("says its figures", () => {
    process.stderr.write(
      `alerts, ${plan.name}: ${score.found} of ${score.planted} found within the hour, ${score.exact} by their own part; ` +
        `false alarms: ${score.falseAlarms} in the year with incidents, ${quiet.length} in half a year without\n`,
    );
    expect(score.planted).toBeGreaterThan(30);
  });
});
