/** Lists that are kept by hand in two places: `npm run check` compares them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { clientTrouble } from "./client.mjs";
import { missingOptionals } from "./complete-lock.mjs";
import { compare, docsDrift } from "./drift-docs.mjs";
import { compiled } from "./stamp.mjs";

/** One line for each disagreement; none when all is well. */
export function drift(root) {
  return [...projects(root), ...environment(root), ...lockFile(root), ...client(root), ...docsDrift(root)];
}

/** The compiler, the linter and editors find each package and app by its source. */
function projects(root) {
  const { compilerOptions } = readJson(root, "tsconfig.json");
  const paths = Object.keys(compilerOptions.paths).map((key) => key.replace(/\/\*$/, ""));
  const names = compiled(root).map((folder) => readJson(root, `${folder}/package.json`).name);
  return compare("workspaces", names, "tsconfig.json paths", paths);
}

/** What boot reads, and what .env.example describes (a line `NAME=` or `#NAME=`). */
function environment(root) {
  const sources = ["environment", "environment-smtp"].map((name) => `packages/boot/src/${name}.ts`);
  const text = sources.map((source) => readText(root, source)).join("\n");
  const read = [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]*)\??:/gm)].map(([, name]) => name);
  const described = [...readText(root, ".env.example").matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(
    ([, name]) => name,
  );
  const ours = described.filter((name) => !NOT_FOR_BOOT.includes(name));
  return compare(sources.join(" and "), [...new Set(read)], ".env.example", ours);
}

/** Read by docker-compose.yml or the AWS SDK. */
const NOT_FOR_BOOT = ["POSTGRES_PASSWORD", "API_PORTS", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

/** What `npm ci` would refuse the lock file for. */
function lockFile(root) {
  return missingOptionals(readJson(root, "package-lock.json")).map(
    ({ name }) => `${name}: missing in package-lock.json; run node scripts/complete-lock.mjs`,
  );
}

/** What is committed is not made again behind the back of who checks it. */
function client(root) {
  const trouble = clientTrouble(root);
  return trouble ? [`${trouble}; run npm run generate`] : [];
}

function readJson(root, file) {
  return JSON.parse(readText(root, file));
}

function readText(root, file) {
  return readFileSync(path.join(root, file), "utf8");
}
