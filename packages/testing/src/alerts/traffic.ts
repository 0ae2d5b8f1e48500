/**
 * Mail as accounts send it, by the quarter of an hour, and what becomes of it; the same for the same seed. Of each part:
 * a sending domain, a provider, a template.
 */

// Looked up once: in a test, which has globals of its own, each look-up is slow.
const { PI, cos, exp, floor, imul, log, max, min, round, sin, sqrt } = Math;

const DOMAINS = [
  ["a.example", 0.7],
  ["b.example", 0.3],
] as const;
const PROVIDERS = [
  ["google", 0.5],
  ["microsoft", 0.3],
  ["yahoo", 0.2],
] as const;
const TEMPLATES = [
  ["tpl_receipt", 0.5],
  ["tpl_login", 0.3],
  ["tpl_news", 0.2],
] as const;

export const QUARTERS_A_DAY = 96;
export const QUARTERS_A_WEEK = 7 * QUARTERS_A_DAY;

/** Recipients of a quarter of an hour with one combination of parts. */
export interface Batch {
  domain: string;
  provider: string;
  template: string;
  sent: number;
  bounced: number;
  complained: number;
  deferred: number;
}

export type Random = () => number;

/** Between 0 and 1 (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many recipients an account sends to in a quarter of an hour, on average; 0 is a Monday's first in UTC. */
export type Profile = (quarter: number) => number;

/** A hundred a quarter, a little less at night. */
export const steady: Profile = (quarter) =>
  100 + 20 * sin((2 * PI * (quarter % QUARTERS_A_DAY)) / QUARTERS_A_DAY);

/** Office hours; nearly nothing at night, little on weekends. */
export const weekly: Profile = (quarter) => {
  const day = floor(quarter / QUARTERS_A_DAY) % 7;
  const hour = floor((quarter % QUARTERS_A_DAY) / 4);
  const shape = hour < 6 ? 0.02 : hour < 9 ? 0.4 : hour < 18 ? 1 : hour < 22 ? 0.3 : 0.05;
  return 150 * shape * (day < 5 ? 1 : 0.15);
};

/** A little mail, and campaigns of some 8,000 once or twice a week, at any hour, each sent within two hours. → their beginnings too. */
export function bursty(seed: number, weeks: number): { profile: Profile; campaigns: number[] } {
  const random = randomOf(seed);
  const sizes = new Map<number, number>();
  const campaigns: number[] = [];
  for (let week = 0; week < weeks; week += 1)
    for (let n = random() < 0.5 ? 1 : 2; n > 0; n -= 1) {
      const start = week * QUARTERS_A_WEEK + floor(random() * (QUARTERS_A_WEEK - 8));
      const size = 8_000 * exp(0.3 * normal(random));
      campaigns.push(start);
      for (let at = start; at < start + 8; at += 1) sizes.set(at, (sizes.get(at) ?? 0) + size / 8);
    }
  return { profile: (quarter) => 10 + (sizes.get(quarter) ?? 0), campaigns };
}

/** Office hours, and every 30 days invoices to everybody within two hours of a morning. */
export function monthly(seed: number): Profile {
  const random = randomOf(seed);
  const sizes = Array.from({ length: 14 }, () => 6_000 * exp(0.05 * normal(random)));
  return (quarter) => {
    const day = floor(quarter / QUARTERS_A_DAY);
    const within = (quarter % QUARTERS_A_DAY) - 8 * 4;
    const runs = day % 30 === 3 && within >= 0 && within < 8;
    return weekly(quarter) + (runs ? (sizes[floor(day / 30)] ?? 0) / 8 : 0);
  };
}

/** What happens to some of the mail in between. */
export interface Trouble {
  kind: "volume" | "bounce_rate" | "complaint_rate" | "deferrals";
  /** From this quarter to before `to`. */
  from: number;
  to: number;
  /** Recipients more in each quarter. */
  more?: number;
  /** The part that it strikes, and how much of it. */
  part?: { dimension: "domain" | "provider" | "template"; value: string };
  share?: number;
}

/** Usual shares; each day has its own luck. */
const USUAL = { bounced: 0.008, complained: 0.0003, deferred: 0.012 };

/** The mail of each quarter of an hour in turn. */
export function* traffic(
  seed: number,
  profile: Profile,
  quarters: number,
  troubles: readonly Trouble[],
): Generator<Batch[]> {
  const random = randomOf(seed);
  let luck = 1;
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    if (quarter % QUARTERS_A_DAY === 0) luck = exp(0.3 * normal(random));
    const now = troubles.filter(({ from, to }) => quarter >= from && quarter < to);
    const more = now.reduce((sum, trouble) => sum + (trouble.more ?? 0), 0);
    yield batchesOf(random, profile(quarter) + more, luck, now);
  }
}

function batchesOf(random: Random, mean: number, luck: number, troubles: Trouble[]): Batch[] {
  const batches: Batch[] = [];
  for (const [domain, a] of DOMAINS)
    for (const [provider, b] of PROVIDERS)
      for (const [template, c] of TEMPLATES) {
        const sent = poisson(random, mean * a * b * c);
        if (sent === 0) continue;
        const parts = { domain, provider, template };
        const share = (kind: Trouble["kind"], usual: number): number =>
          troubles.find(
            (one) => one.kind === kind && one.part && parts[one.part.dimension] === one.part.value,
          )?.share ?? usual * luck;
        batches.push({
          ...{ ...parts, sent },
          bounced: binomial(random, sent, share("bounce_rate", USUAL.bounced)),
          complained: binomial(random, sent, share("complaint_rate", USUAL.complained)),
          deferred: binomial(random, sent, share("deferrals", USUAL.deferred)),
        });
      }
  return batches;
}

function normal(random: Random): number {
  return sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
}

function poisson(random: Random, mean: number): number {
  if (mean > 50) return max(0, round(mean + sqrt(mean) * normal(random)));
  const limit = exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

function binomial(random: Random, n: number, share: number): number {
  const mean = n * share;
  // Of rare events both are the same.
  if (share < 0.05) return min(n, poisson(random, mean));
  if (mean * (1 - share) > 30) return min(n, max(0, round(mean + sqrt(mean * (1 - share)) * normal(random))));
  let count = 0;
  for (let i = 0; i < n; i += 1) if (random() < share) count += 1;
  return count;
}
