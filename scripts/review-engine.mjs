/** The built review, as `review:train` and `review:measure` use it. */
import { createRequire } from "node:module";
import { balance, fit } from "./review-fit.mjs";
import { build, prepare } from "./prepare.mjs";

/** Builds what is used, then loads it. */
export async function openEngine() {
  await prepare(["install"]);
  await build("packages/review");
  const load = createRequire(import.meta.url);
  const { reviewMail, readSignals, rulesOdds, toVerdict } = load("../packages/review/dist/review-mail.js");
  const { viewMail } = load("../packages/review/dist/view.js");
  const { learnedOdds, readFeatures } = load("../packages/review/dist/learned.js");
  const { judgeReview, FLAG_SCORE, SUSPEND_SCORE } = load("../packages/core/dist/review.js");
  const read = (entry) => {
    const view = viewMail(entry.mail, entry.placed);
    const signals = readSignals(view);
    return { ...entry, signals, features: readFeatures(view), rules: rulesOdds(view, signals) };
  };
  return { reviewMail, read, toVerdict, viewMail, learnedOdds, judgeReview, FLAG_SCORE, SUSPEND_SCORE };
}

/** Read entries → weights. The offset is small: words alone are to be told apart, wherever a mail leads. */
export function train(entries) {
  const weights = balance(entries);
  return fit(
    entries.map(({ features, bad }, at) => ({ features, bad, offset: 0, weight: weights[at] })),
  );
}

/** What weights say of features; as packages/review/src/learned.ts does. */
export function oddsOf({ bias, features: weights }, features) {
  let odds = bias;
  for (const [name, value] of features) odds += value * (weights[name] ?? 0);
  return Math.max(-2, Math.min(2, odds));
}
