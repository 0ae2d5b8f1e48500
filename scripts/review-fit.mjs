/** Fits the learned part of the review: a small logistic regression, with nothing at random. */

const ROUNDS = 400;
const RATE = 0.5;
/** Pulls weights to 0, so that what few messages say counts little. */
const SHRINK = 0.004;

/**
 * Examples `{ features: Map, bad, offset, weight }` → `{ name: weight }`, without the fit's bias. The offset is what the
 * rules say already: the fit only learns what they leave over.
 */
export function fit(examples) {
  const names = [...new Set(examples.flatMap(({ features }) => [...features.keys()]))].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = examples.map(({ features, bad, offset, weight }) => ({
    at: [...features].filter(([, value]) => value !== 0).map(([name]) => index.get(name)),
    bad: bad ? 1 : 0,
    offset,
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(names.length);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = new Float64Array(names.length);
    let biasSlope = 0;
    for (const { at, bad, offset, weight } of rows) {
      const odds = at.reduce((sum, n) => sum + weights[n], bias + offset);
      const error = (weight * (1 / (1 + Math.exp(-odds)) - bad)) / total;
      biasSlope += error;
      for (const n of at) slope[n] += error;
    }
    bias -= RATE * 4 * biasSlope;
    for (let n = 0; n < names.length; n += 1) weights[n] -= RATE * 4 * (slope[n] + SHRINK * weights[n]);
  }
  const kept = names.map((name, at) => [name, round3(weights[at])]).filter(([, value]) => value !== 0);
  return Object.fromEntries(kept);
}

/** Every source counts alike within its side, however much of it there is, and both sides count alike. */
export function balance(entries) {
  const sizes = new Map();
  const key = ({ source, bad }) => `${bad} ${source}`;
  for (const entry of entries) sizes.set(key(entry), (sizes.get(key(entry)) ?? 0) + 1);
  const raw = entries.map((entry) => 1 / Math.sqrt(sizes.get(key(entry))));
  const side = (bad) => entries.reduce((sum, entry, at) => sum + (entry.bad === bad ? raw[at] : 0), 0);
  const sums = new Map([true, false].map((bad) => [bad, side(bad)]));
  return entries.map((entry, at) => raw[at] / (sums.get(entry.bad) || 1));
}

function round3(value) {
  return Math.round(value * 1000) / 1000;
}
