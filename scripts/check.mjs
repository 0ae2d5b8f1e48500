/**
 * `npm run check`: everything that can be found without running the product, two steps at a time. Prints a line per
 * step, what a failed one said, and at the end `N passed, N failed`. Names after it choose steps: `npm run check lint`.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { chapters } from "./chapters.mjs";
import { drift } from "./drift.mjs";
import { root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";
import { texts } from "./texts.mjs";
import { weight } from "./weight.mjs";

const LANES = 2;

/** The longest first, so that the lanes end together. Each program lies below node_modules. */
const STEPS = [
  { name: "lint", program: "eslint/bin/eslint.js", args: [".", "--max-warnings=0"] },
  { name: "types", program: "typescript/bin/tsc", args: ["-p", "tsconfig.json"] },
  { name: "pages", program: "typescript/bin/tsc", args: ["-p", "apps/dashboard/tsconfig.json"] },
  { name: "format", program: "prettier/bin/prettier.cjs", args: [".", "--check", "--log-level=warn"] },
  {
    name: "imports",
    program: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: ["packages", "apps", "--config=.dependency-cruiser.cjs"],
  },
  { name: "unused", program: "knip/bin/knip.js", args: ["--no-progress", "--treat-config-hints-as-errors"] },
  { name: "chapters", run: () => chapters(root) },
  { name: "texts", run: () => texts(root) },
  { name: "weight", run: () => weight(root) },
  { name: "drift", run: () => drift(root) },
];

try {
  const steps = chosen(process.argv.slice(2));
  const node = await prepare(["install", "dashboard"]);
  const failed = await runAll(node, steps);
  process.stdout.write(`${steps.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function chosen(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown[0]}: ${STEPS.map(({ name }) => name).join(", ")}.`);
  return STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** → how many failed. */
async function runAll(node, steps) {
  const waiting = [...steps];
  let failed = 0;
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const problems = await (step.run ? inProcess(step.run) : asProcess(node, step));
      report(step.name, (performance.now() - started) / 1000, problems);
      if (problems !== undefined) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return failed;
}

async function inProcess(run) {
  const problems = await run();
  return problems.length > 0 ? problems.join("\n") : undefined;
}

/** → what it printed when it failed, else undefined. */
function asProcess(node, { program, args }) {
  return new Promise((resolve) => {
    const file = path.join(root, "node_modules", program);
    const child = spawn(node, [file, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) =>
      resolve(code === 0 ? undefined : output.trim() || `ended with ${signal ?? code}`),
    );
  });
}

function report(name, seconds, problems) {
  const verdict = problems === undefined ? "ok    " : "FAILED";
  process.stdout.write(`${verdict}  ${name.padEnd(9)}${seconds.toFixed(1).padStart(6)} s\n`);
  if (problems !== undefined) process.stdout.write(`${problems}\n\n`);
}
