/**
 * `node scripts/listen.mjs [--count 1000] [--kills 5] [--idle 10]`: how `sendex listen` fares, with a system of its own.
 * The latency from the API's telling to the endpoint; so many events with the listener killed at random moments; and
 * what idle listeners cost the API.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./launch.mjs";
import { built, homeFolder, redisFolder } from "./paths.mjs";
import setUp from "./test-setup.mjs";
import { startServices } from "./test-services.mjs";

try {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "1000" },
      kills: { type: "string", default: "5" },
      idle: { type: "string", default: "10" },
    },
  });
  await launch(import.meta.url);
  const services = await startServices(path.join(homeFolder(), "listen-services"));
  try {
    Object.assign(process.env, services.env, { TEST_REDIS_FOLDER: redisFolder() });
    await setUp();
    const { measureListening } = await built("apps/e2e/cli/measure");
    const asked = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
    const good = await measureListening(asked, (line) => process.stdout.write(`${line}\n`));
    if (!good) process.exitCode = 1;
  } finally {
    await services.stop();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
