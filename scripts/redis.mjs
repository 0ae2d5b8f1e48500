/** A Redis that has to be downloaded is downloaded by one process at a time. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { built, redisFolder } from "./paths.mjs";

/** Makes sure that a Redis can be started from here on without a download. Throws when there is no way to one. */
export async function fetchRedis() {
  const { findRedis } = await built("apps/home/redis/find");
  const folder = redisFolder();
  mkdirSync(path.dirname(folder), { recursive: true });
  await withLock(
    `${folder}.lock`,
    (pid) => say(`Waiting for process ${pid}, which is fetching Redis …`),
    () => findRedis(folder, say, process.env),
  );
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
