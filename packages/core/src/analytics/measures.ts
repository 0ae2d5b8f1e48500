/**
 * Analytics: what became of an account's mail, by time and by one dimension. Measures are counted, rates follow from them.
 * Source: docs/analytics.md; the metrics' names are those of the public SDK's `emails.metrics`.
 */

/** What is counted of recipients; columns of the cells. Opens and clicks of machines are apart from people's. */
export const MEASURES = [
  "accepted",
  "sent",
  "delivered",
  "deferred",
  "bounced_permanent",
  "bounced_transient",
  "bounced_undetermined",
  "complained",
  "suppressed",
  "failed",
  "opened",
  "unique_opened",
  "clicked",
  "unique_clicked",
  "machine_opened",
  "machine_clicked",
  "unsubscribed",
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Record<Measure, number>;

/**
 * What counts when it happened: it may come before the sending, or instead of it. Everything else counts when its mail was
 * sent, so that a rate compares what belongs together.
 */
export const AT_ITS_OWN_TIME = ["accepted", "suppressed", "failed"] as const satisfies Measure[];

/** What mail can be told apart by, beside the domain that it comes from and the time. */
export const DIMENSIONS = ["all", "tag", "template", "key", "priority", "provider", "broadcast"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * So many tags of an account's are told apart in each world, the first that it used; every further one is one with the
 * others. A tag that is another for every mail would make as many cells as there is mail.
 */
export const MAX_TOLD_TAGS = 1_000;
/** No tag is called so: each has a colon. */
export const OTHER_TAGS = "other";

export const RATES = [
  "delivery_rate",
  "bounce_rate",
  "complaint_rate",
  "open_rate",
  "click_rate",
  "unsubscribe_rate",
] as const;
export type Rate = (typeof RATES)[number];

export function noMeasures(): Measures {
  return {
    accepted: 0,
    sent: 0,
    delivered: 0,
    deferred: 0,
    bounced_permanent: 0,
    bounced_transient: 0,
    bounced_undetermined: 0,
    complained: 0,
    suppressed: 0,
    failed: 0,
    opened: 0,
    unique_opened: 0,
    clicked: 0,
    unique_clicked: 0,
    machine_opened: 0,
    machine_clicked: 0,
    unsubscribed: 0,
  };
}

export function addMeasures(all: readonly Measures[]): Measures {
  const sum = noMeasures();
  for (const counts of all) for (const measure of MEASURES) sum[measure] += counts[measure];
  return sum;
}

/** Bounces of all kinds: one that was first soft and then hard counts as both. */
export function bouncedOf(counts: Measures): number {
  return counts.bounced_permanent + counts.bounced_transient + counts.bounced_undetermined;
}

/** In percent, to a hundredth; of nothing it is 0. */
export function ratesOf(counts: Measures): Record<Rate, number> {
  const { sent, delivered } = counts;
  return {
    delivery_rate: percent(delivered, sent),
    bounce_rate: percent(bouncedOf(counts), sent),
    complaint_rate: percent(counts.complained, delivered),
    open_rate: percent(counts.unique_opened, delivered),
    click_rate: percent(counts.unique_clicked, delivered),
    unsubscribe_rate: percent(counts.unsubscribed, delivered),
  };
}

function percent(some: number, all: number): number {
  return all === 0 ? 0 : Math.round((some / all) * 10_000) / 100;
}
