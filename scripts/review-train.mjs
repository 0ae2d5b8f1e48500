/**
 * `npm run review:train [corpus]`: makes packages/review/src/weights.ts from the corpus' records whose licence allows it
 * and the examples of our own. The same input gives the same weights.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { root } from "./paths.mjs";
import { openEngine, train } from "./review-engine.mjs";
import { corpusFile, mayTrain, readCorpus, readOwn } from "./review-mail-set.mjs";

const FILE = path.join(root, "packages/review/src/weights.ts");

const engine = await openEngine(import.meta.url);
const entries = [...readCorpus(corpusFile(process.argv[2])).filter(mayTrain), ...readOwn()].map((entry) => ({
  ...engine.read(entry),
  words: engine.wordsAlone(entry),
}));
const weights = train(entries);
const source = `/** Written by \`npm run review:train\`; not to be edited by hand. */
export const WEIGHTS: Record<string, number> = ${JSON.stringify(weights)};
`;
writeFileSync(FILE, await format(source, { parser: "typescript", printWidth: 110 }));
const bad = entries.filter((entry) => entry.bad).length;
process.stdout.write(
  `${entries.length} messages, ${bad} of them bad, ${Object.keys(weights).length} weights written\n`,
);
