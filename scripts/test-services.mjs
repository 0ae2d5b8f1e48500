/** The PostgreSQL and the Redis of one run, for `npm test`, `node scripts/services.mjs` and `npm run bench`. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, signatureOf } from "./lock.mjs";
import { built, redisFolder, servicesFolder, testFolder } from "./paths.mjs";
import { fetchRedis } from "./redis.mjs";

const RECORD = path.join(testFolder(), "services.json");

/**
 * Starts them below `folder`; `durable` ones write to disk as a real installation does.
 * → `{ env, stop }`, env being what the tests read: TEST_DATABASE_URL and TEST_REDIS_URL.
 */
export async function startServices(folder = servicesFolder(), durable = false) {
  const { startTestServices } = await built("apps/home/test-services");
  const say = (line) => process.stderr.write(`${line}\n`);
  await fetchRedis();
  const options = { folder, redisFolder: redisFolder(), say, durable, environment: process.env };
  const { adminUrl, redisUrl, stop } = await startTestServices(options);
  return { env: { TEST_DATABASE_URL: adminUrl, TEST_REDIS_URL: redisUrl }, stop };
}

/** Leaves a note of services that outlive one test run, so that a bare `npx jest` finds them. */
export function recordServices(env) {
  writeFileSync(RECORD, JSON.stringify({ owner: signatureOf(process.pid), env }), { mode: 0o600 });
  return () => rmSync(RECORD, { force: true });
}

/** The environment of recorded services whose owner still runs; undefined when there are none. */
export function recordedServices() {
  if (!existsSync(RECORD)) return undefined;
  const { owner, env } = JSON.parse(readFileSync(RECORD, "utf8"));
  return isAlive(owner) ? env : undefined;
}
