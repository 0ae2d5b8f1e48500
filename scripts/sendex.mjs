/** `npm run -s sendex -- <command>`: the customers' command line of this checkout. */
import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./paths.mjs";
import { prepare } from "./prepare.mjs";

try {
  const node = await prepare();
  process.exitCode = await run(node, process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Files that are named are those of the folder that npm was called in. */
function run(node, args) {
  const child = spawn(node, [path.join(root, "packages/sendex/dist/main.js"), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
