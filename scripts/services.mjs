/**
 * `node scripts/services.mjs`: the services of the integration tests, kept running for as long as one works on
 * them. It prints their addresses; `npx jest <path>` finds them by itself.
 */
import { launch } from "./launch.mjs";

try {
  await launch(import.meta.url, ["install", "generate", "build"]);
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
