/**
 * Looks at the dashboard's pages in a Chromium, with a system of its own.
 * `npm run shots`: pictures of every page, light, dark and on a phone, in `$SENDEX_HOME/shots`. Words after it choose
 * pages: `npm run shots emails`.
 * `npm run pages:measure`: first paint and bytes of a first visit, and how a list of 100,000 messages scrolls.
 */
import path from "node:path";
import { launch } from "./launch.mjs";
import { endWithNpm } from "./parent.mjs";
import { built, homeFolder, redisFolder } from "./paths.mjs";
import setUp from "./test-setup.mjs";
import { startServices } from "./test-services.mjs";

const [act, ...only] = process.argv.slice(2);
endWithNpm(act === "shots" ? "shots" : "pages:measure");

try {
  await launch(import.meta.url);
  const services = await startServices(path.join(homeFolder(), "pages-services"));
  try {
    Object.assign(process.env, services.env, { TEST_REDIS_FOLDER: redisFolder() });
    await setUp();
    if (!(await (act === "shots" ? takeShots() : measurePages()))) process.exitCode = 1;
  } finally {
    await services.stop();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function takeShots() {
  const folder = path.join(homeFolder(), "shots");
  const shots = await built("apps/e2e/pages/shots");
  const taken = await shots.takeShots({ folder, only, say: (line) => process.stderr.write(`${line}\n`) });
  if (taken) process.stdout.write(`${folder}\n`);
  return taken;
}

async function measurePages() {
  const { measurePages: measure } = await built("apps/e2e/pages/measure");
  return measure((line) => process.stdout.write(`${line}\n`));
}
