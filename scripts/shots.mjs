/**
 * `npm run shots`: pictures of every page of the dashboard, light, dark and on a phone, in `$SENDEX_HOME/shots`, of a
 * system of its own. Words after it choose pages: `npm run shots emails`.
 */
import path from "node:path";
import { launch } from "./launch.mjs";
import { endWithNpm } from "./parent.mjs";
import { built, homeFolder, redisFolder } from "./paths.mjs";
import setUp from "./test-setup.mjs";
import { startServices } from "./test-services.mjs";

const folder = path.join(homeFolder(), "shots");
endWithNpm("shots");

try {
  await launch(import.meta.url);
  const services = await startServices(path.join(homeFolder(), "shots-services"));
  try {
    Object.assign(process.env, services.env, { TEST_REDIS_FOLDER: redisFolder() });
    await setUp();
    const { takeShots } = await built("apps/e2e/pages/shots");
    const say = (line) => process.stderr.write(`${line}\n`);
    const taken = await takeShots({ folder, only: process.argv.slice(2), say });
    if (taken) process.stdout.write(`${folder}\n`);
    else process.exitCode = 1;
  } finally {
    await services.stop();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
