/** `npm run bench -- --help`: starts services of its own, measures, and ends all that it started. */
import path from "node:path";
import { launch } from "./launch.mjs";
import { built, homeFolder } from "./paths.mjs";
import { startServices } from "./test-services.mjs";

const folder = path.join(homeFolder(), "bench");
const INTERRUPTED = 130;
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = stopping.signal.aborted ? INTERRUPTED : 1;
}

async function main() {
  await launch(import.meta.url);
  const { readOptions, USAGE } = await built("apps/bench/options");
  const options = readOptions(process.argv.slice(2));
  if (options.help) return void process.stdout.write(`${USAGE}\n`);
  const { runBench } = await built("apps/bench/run");
  const services = await startServices(folder, true);
  const { TEST_DATABASE_URL: adminUrl, TEST_REDIS_URL: redisUrl } = services.env;
  try {
    await runBench({
      options,
      services: { adminUrl, redisUrl },
      folder: path.join(folder, "logs"),
      jsonFile: path.resolve(options.json ?? path.join(homeFolder(), "bench.json")),
      signal: stopping.signal,
      print: (text) => process.stdout.write(`${text}\n`),
      say,
    });
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
