/** The built review, as `review:train` and `review:measure` use it. */
import { createRequire } from "node:module";
import { launch } from "./launch.mjs";
import { balance, fit } from "./review-fit.mjs";

/** Builds what is used, then loads it, on the product's Node: `file` is the launcher's `import.meta.url`. */
export async function openEngine(file) {
  await launch(file, ["install", "generate", "build"]);
  const load = createRequire(import.meta.url);
  const { reviewMail, readSignals, rulesOdds, toVerdict } = load("../packages/review/dist/review-mail.js");
  const { viewMail } = load("../packages/review/dist/view.js");
  const { learnedOdds, readFeatures } = load("../packages/review/dist/learned.js");
  const { judgeReview, FLAG_SCORE } = load("../packages/core/dist/reputation/review.js");
  const read = (entry) => {
    const view = viewMail(entry.mail, entry.placed);
    const signals = readSignals(view);
    return { ...entry, signals, features: readFeatures(view), rules: rulesOdds(view, signals) };
  };
  /** What the rules say of the words alone, wherever a mail leads: the fit starts from there. */
  const wordsAlone = ({ mail }) => {
    const view = viewMail(mail, false);
    return rulesOdds(view, readSignals(view));
  };
  return { reviewMail, read, wordsAlone, toVerdict, learnedOdds, judgeReview, FLAG_SCORE };
}

/** Log odds by words alone that mean even chances; where a mail leads makes up the rest. */
const EVEN = -1.5;

/** Read entries with their `words` → weights. */
export function train(entries) {
  const weights = balance(entries);
  return fit(
    entries.map(({ features, bad, words }, at) => ({
      features,
      bad,
      offset: words - EVEN,
      weight: weights[at],
    })),
  );
}
