/**
 * `node scripts/services.mjs`: the services of the integration tests, kept running for as long as one works on
 * them. It prints their addresses; `npx jest <path>` finds them by itself.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { launch } from "./launch.mjs";
import { build } from "./prepare.mjs";
import { root } from "./paths.mjs";

try {
  await launch(import.meta.url, ["install", "generate"]);
  await buildHome();
  const { recordServices, startServices } = await import("./test-services.mjs");
  const { env, stop } = await startServices();
  const forget = recordServices(env);
  for (const [name, value] of Object.entries(env)) process.stdout.write(`export ${name}='${value}'\n`);
  process.stdout.write("Ready; Ctrl-C ends them.\n");
  let stopping = false;
  const finish = async () => {
    if (stopping) return;
    stopping = true;
    forget();
    await stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, finish);
  setInterval(() => undefined, 2 ** 30);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Only what the services need; an error elsewhere in a tree that is being worked on does not matter here. */
async function buildHome() {
  try {
    await build("apps/home");
  } catch (error) {
    if (!existsSync(path.join(root, "apps/home/dist/test-services.js"))) throw error;
    process.stderr.write("The build reports errors; going on with what it made.\n");
  }
}
