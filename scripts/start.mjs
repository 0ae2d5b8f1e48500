/** `npm start`: prepares the checkout, then runs everything in the foreground until Ctrl-C. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { launch } from "./launch.mjs";
import { takeLock } from "./lock.mjs";
import { endWithNpm } from "./parent.mjs";
import { built, homeFolder, root } from "./paths.mjs";
import { fetchRedis } from "./redis.mjs";

// `npm start | head` closes our stdout; that must not end us without ending the processes.
process.stdout.on("error", () => undefined);

endWithNpm("start");

try {
  await launch(import.meta.url);
  process.exit(await run(homeFolder()));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function run(home) {
  makeHome(home);
  const lock = takeLock(path.join(home, "running.lock"));
  if (lock.holder !== undefined) {
    throw new Error(
      `Sendex already runs with ${home} (process ${lock.holder}). End it, or set SENDEX_HOME to another folder.`,
    );
  }
  try {
    if (!process.env.REDIS_URL) await fetchRedis();
    const { main } = await built("apps/home/main");
    return await main(root, home, process.env);
  } finally {
    lock.release();
  }
}

/** Passable for the database's user, whose own folder lies inside; what is secret in there has modes of its own. */
function makeHome(home) {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Error(`${home} cannot be made (${error.code}). Set SENDEX_HOME to a folder of yours.`, {
      cause: error,
    });
  }
}
