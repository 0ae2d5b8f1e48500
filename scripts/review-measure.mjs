/**
 * `npm run review:measure [-- file] [--shipped]`: what the embedded review does to a corpus: precision and recall per
 * label, source, kind and language with Wilson intervals, by the rules alone and with the learned part, which never saw
 * the source that it is measured on. With `--shipped` the weights that ship are used: for mail that is not in the corpus.
 */
import { openEngine, train } from "./review-engine.mjs";
import { corpusFile, mayTrain, readCorpus, readOwn } from "./review-mail-set.mjs";
import { percent, printTable, share } from "./review-table.mjs";

/** The corpus README's plain baseline on a mailbox it never saw: recall, and transactional mail flagged. */
const BASELINE = [
  { at: 0.5, recall: 0.65, falseAlarms: 0.3 },
  { at: 0.9, recall: 0.36, falseAlarms: 0.07 },
];
const VARIANTS = ["rules", "rules + learned"];

const engine = await openEngine(import.meta.url);
const file = corpusFile(process.argv.slice(2).find((word) => !word.startsWith("-")));
const read = (entry) => ({
  ...engine.read(entry),
  ...(mayTrain(entry) && { words: engine.wordsAlone(entry) }),
});
const corpus = readCorpus(file).map(read);
const own = readOwn().map(read);
const scored = process.argv.includes("--shipped")
  ? corpus.map((entry) => score(entry))
  : leaveOneOut(corpus, own);

process.stdout.write(`${scored.length} messages of ${count("source")} sources in ${file}\n`);
printOverall();
printNames();
for (const key of ["label", "kind", "lang", "source"]) printBy(key);
printFalseAlarmsAtRecall();
printSuspended();
printDelegated();
printSpeed();

/** Leave one source out: neither it nor any near-duplicate of its mail trains what it is measured with. */
function leaveOneOut(entries, ours) {
  const trainable = entries.filter(mayTrain);
  const shipped = train([...trainable, ...ours]);
  const scores = [];
  for (const source of new Set(entries.map((entry) => entry.source))) {
    const held = entries.filter((entry) => entry.source === source);
    const groups = new Set(held.map(({ group }) => group));
    const others = trainable.filter((entry) => entry.source !== source && !groups.has(entry.group));
    const weights = others.length === trainable.length ? shipped : train([...others, ...ours]);
    scores.push(...held.map((entry) => score(entry, weights)));
  }
  return scores;
}

/** Without weights: with those that ship. */
function score(entry, weights) {
  const odds = [entry.rules, entry.rules + engine.learnedOdds(entry.features, weights)];
  return { ...entry, verdicts: odds.map((each) => engine.toVerdict(entry.signals, each)) };
}

function flagged(entry, variant, threshold = engine.FLAG_SCORE) {
  const { label, score } = entry.verdicts[variant];
  return label !== "clean" && score >= threshold;
}

function printOverall() {
  const rows = VARIANTS.map((name, variant) => {
    const bad = scored.filter((entry) => entry.bad);
    const honest = scored.filter((entry) => !entry.bad);
    const caught = bad.filter((entry) => flagged(entry, variant)).length;
    const alarms = honest.filter((entry) => flagged(entry, variant)).length;
    return [name, share(caught, caught + alarms), share(caught, bad.length), share(alarms, honest.length)];
  });
  printTable("In all", ["", "precision", "recall", "false alarms"], rows);
}

/** What the verdicts call it. The corpus knows no impersonation: there it is phishing, or a scam. */
function printNames() {
  const hits = scored.filter((entry) => flagged(entry, 1));
  const rows = ["phishing", "impersonation", "scam"].map((name) => {
    const called = hits.filter(({ verdicts }) => verdicts[1].label === name);
    const cells = ["phishing", "scam"].map((label) =>
      share(called.filter((entry) => entry.label === label).length, called.length),
    );
    return [name, share(called.filter(({ bad }) => bad).length, called.length), ...cells];
  });
  printTable(
    "By the name in the verdict",
    ["verdict", "precision", "labelled phishing", "labelled scam"],
    rows,
  );
}

function printBy(key) {
  const groups = new Map();
  for (const entry of scored) {
    const name = String(entry[key]);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const rows = [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([name, entries]) => {
      const sides = [true, false].map((bad) => entries.filter((entry) => entry.bad === bad));
      const cells = VARIANTS.flatMap((_, variant) =>
        sides.map((side) => share(side.filter((entry) => flagged(entry, variant)).length, side.length)),
      );
      return [name, ...cells, precision(entries)];
    });
  const heads = ["recall, rules", "false alarms, rules", "recall", "false alarms", "precision"];
  printTable(`By ${key}`, [key, ...heads], rows);
}

function precision(entries) {
  const hits = entries.filter((entry) => flagged(entry, 1));
  const bad = hits.filter((entry) => entry.bad).length;
  const bothSides = entries.some((entry) => entry.bad) && entries.some((entry) => !entry.bad);
  return bothSides ? share(bad, hits.length) : "–";
}

/** At the threshold that gives the baseline's recall, how many honest mails are flagged. */
function printFalseAlarmsAtRecall() {
  const real = scored.filter((entry) => entry.placed);
  for (const [title, entries] of [
    ["all mail", scored],
    ["real mail alone", real],
  ]) {
    const rows = BASELINE.flatMap(({ at, recall, falseAlarms }) =>
      VARIANTS.map((name, variant) => {
        const threshold = thresholdFor(entries, variant, recall);
        const cells = ["legit_transactional", "legit_marketing", "legit_personal"].map((label) => {
          const honest = entries.filter((entry) => entry.label === label);
          return share(
            honest.filter((entry) => entry.verdicts[variant].score >= threshold).length,
            honest.length,
          );
        });
        return [
          `${recall} (baseline at ${at}: ${percent(falseAlarms)})`,
          name,
          threshold.toFixed(3),
          ...cells,
        ];
      }),
    );
    const heads = ["at recall", "", "threshold", "transactional", "marketing", "personal"];
    printTable(`False alarms at the baseline's recall, ${title}`, heads, rows);
  }
}

function thresholdFor(entries, variant, recall) {
  const scores = entries.filter((entry) => entry.bad).map((entry) => entry.verdicts[variant].score);
  scores.sort((a, b) => b - a);
  return scores[Math.max(0, Math.ceil(recall * scores.length) - 1)] ?? 1;
}

function printSuspended() {
  const rows = VARIANTS.map((name, variant) => {
    const suspended = scored.filter((entry) => engine.judgeReview(entry.verdicts[variant]) === "suspend");
    const honest = suspended.filter((entry) => !entry.bad);
    const bad = scored.filter((entry) => entry.bad).length;
    return [name, share(suspended.length - honest.length, bad), String(honest.length)];
  });
  printTable("Suspended by the embedded review itself", ["", "of bad mail", "honest messages"], rows);
}

/**
 * The worst case: real mail as if an agent sent it from a domain that no link leads to. A brand's own mail is then what
 * an impostor's would be. With the weights that ship.
 */
function printDelegated() {
  const rows = ["legit_transactional", "legit_marketing", "phishing", "scam"].map((label) => {
    const entries = scored.filter((entry) => entry.placed && entry.label === label);
    const decisions = entries.map(({ mail }) => engine.judgeReview(engine.reviewMail(fromAgent(mail))));
    const count = (...wanted) => decisions.filter((decision) => wanted.includes(decision)).length;
    return [label, share(count("flag", "suspend"), entries.length), share(count("suspend"), entries.length)];
  });
  printTable("Real mail as if an agent's domain sent it", ["label", "flagged", "suspended"], rows);
}

function fromAgent(mail) {
  const domain = "mail-agent.example";
  const account = { ...mail.account, verifiedDomains: [domain] };
  return { ...mail, from: { ...mail.from, address: `notice@${domain}` }, account };
}

/** The best of three: what else the machine does is not ours. */
function printSpeed() {
  const time = (mail) => {
    const began = performance.now();
    engine.reviewMail(mail);
    return performance.now() - began;
  };
  const times = scored.map(({ mail }) => Math.min(time(mail), time(mail), time(mail))).sort((a, b) => a - b);
  const at = (part) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(2);
  process.stdout.write(`\nTime of a review: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms\n`);
}

function count(key) {
  return new Set(scored.map((entry) => entry[key])).size;
}
