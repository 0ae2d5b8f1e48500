/** `npm run test:faults -- --help`: starts services of its own, stages the fault matrix, and ends all that it started. */
import path from "node:path";
import { launch } from "./launch.mjs";
import { endWithNpm } from "./parent.mjs";
import { built, homeFolder, redisFolder } from "./paths.mjs";
import setUp from "./test-setup.mjs";
import { startServices } from "./test-services.mjs";

const folder = path.join(homeFolder(), "faults");
const INTERRUPTED = 130;
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
endWithNpm("test:faults");

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
// A row that was interrupted may still wait for what will not come.
if (stopping.signal.aborted) process.exit(INTERRUPTED);

async function main() {
  await launch(import.meta.url);
  const { readOptions, USAGE } = await built("apps/e2e/faults/options");
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(`${USAGE}\n`);
  // A real installation's durability: what a crash may cost is part of what is tested.
  const services = await startServices(folder, true);
  try {
    Object.assign(process.env, services.env, { TEST_FOLDER: folder, TEST_REDIS_FOLDER: redisFolder() });
    await setUp();
    const { runFaults } = await built("apps/e2e/faults/main");
    const met = await runFaults({
      options,
      jsonFile: path.resolve(options.json ?? path.join(homeFolder(), "faults.json")),
      signal: stopping.signal,
      print: (text) => process.stdout.write(`${text}\n`),
      say,
    });
    if (!met) process.exitCode = 1;
  } finally {
    await services.stop();
  }
}

/** The first signal ends all in order; a second one ends us, and what hangs on us follows. */
function stop() {
  if (stopping.signal.aborted) process.exit(INTERRUPTED);
  stopping.abort();
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
