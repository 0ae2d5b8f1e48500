/** `npm run -s cli -- <command>`: the operator's CLI, on the Sendex that runs here or on the one in the environment. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { homeFolder, root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";

try {
  const node = await prepare();
  process.exitCode = await run(node, process.argv.slice(2), { ...process.env, ...environment() });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** What `npm start` has told its own processes; nothing where the caller names a database, or none was started. */
function environment() {
  const file = path.join(homeFolder(), "env.json");
  return process.env.DATABASE_URL || !existsSync(file) ? {} : JSON.parse(readFileSync(file, "utf8"));
}

function run(node, args, env) {
  const child = spawn(node, [path.join(root, "apps/operator/dist/main.js"), ...args], {
    env,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
