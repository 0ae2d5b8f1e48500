/**
 * `npm test`: prepares the checkout, runs the unit tests, then the integration tests on a PostgreSQL and a Redis of
 * their own, and ends with the line `N passed, N failed`. Arguments go on to Jest; `--selectProjects unit` leaves
 * the other project (and its services) out.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { launch } from "./launch.mjs";
import { endWithNpm } from "./parent.mjs";
import { root, testFolder } from "./paths.mjs";
import { failures, projectsIn, totals } from "./test-run.mjs";

const JEST = path.join(root, "node_modules/jest/bin/jest.js");
const KILL_AFTER_MS = 5_000;
/** Jest may take this long to end after it has written its report. */
const LINGER_MS = 15_000;
const LOOK_MS = 500;
const INTERRUPTED = 130;

let child;
let interrupted = false;
endWithNpm("test");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => interrupt(signal));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function main(args) {
  await launch(import.meta.url);
  const { projects, rest } = projectsIn(args);
  const results = [];
  for (const project of projects) {
    if (interrupted) break;
    results.push(project === "integration" ? await integration(rest) : await jest(project, rest, {}));
  }
  if (interrupted) return INTERRUPTED;
  const { passed, failed } = totals(results);
  for (const failure of failures(results)) process.stdout.write(`FAILED ${failure}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 || results.some((result) => result.code !== 0) ? 1 : 0;
}

async function integration(rest) {
  const [{ startServices }, { findChromium }] = await Promise.all([
    import("./test-services.mjs"),
    import("./chromium.mjs"),
  ]);
  // Its fetching is not to count as a test's time.
  const [services] = await Promise.all([startServices(), findChromium()]);
  try {
    return interrupted ? { code: INTERRUPTED } : await jest("integration", rest, services.env);
  } finally {
    await services.stop();
  }
}

/** Runs Jest on one project. → its exit code and the counts it wrote, which are missing if it broke down. */
async function jest(project, rest, env) {
  const output = path.join(testFolder(), `result-${process.pid}-${project}.json`);
  mkdirSync(path.dirname(output), { recursive: true });
  // A path given by the caller may well lie in one project only.
  const lenient = rest.length > 0 ? ["--passWithNoTests"] : [];
  const report = ["--json", `--outputFile=${output}`];
  // Jest says everything on stderr and would add the whole report on stdout.
  child = spawn(process.execPath, [JEST, ...rest, ...lenient, ...report, "--selectProjects", project], {
    cwd: root,
    env: { ...process.env, ...env, NODE_ENV: "test" },
    stdio: ["inherit", "ignore", "inherit"],
  });
  const code = await ended(output);
  const counts = existsSync(output) ? JSON.parse(readFileSync(output, "utf8")) : undefined;
  rmSync(output, { force: true });
  return { code: code ?? (counts?.success ? 0 : 1), counts };
}

/** Jest's exit code; undefined when it had to be killed, because a test that leaves something open would hold up all. */
function ended(output) {
  return new Promise((resolve) => {
    let since;
    const watch = setInterval(() => {
      if (existsSync(output)) since ??= performance.now();
      if (since === undefined || performance.now() - since < LINGER_MS) return;
      process.stderr.write("Jest is through but does not end: a test has left something open.\n");
      clearInterval(watch);
      child.kill("SIGKILL");
    }, LOOK_MS);
    child.once("exit", (code) => {
      clearInterval(watch);
      resolve(code ?? undefined);
    });
  });
}

/** The terminal's Ctrl-C reaches Jest as well; a signal to us alone is passed on. Stopping is then main's part. */
function interrupt(signal) {
  if (interrupted) return;
  interrupted = true;
  process.stderr.write(`Ending: ${signal}.\n`);
  child?.kill("SIGTERM");
  setTimeout(() => child?.kill("SIGKILL"), KILL_AFTER_MS).unref();
}
