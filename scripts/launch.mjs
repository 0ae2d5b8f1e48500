/** A launcher prepares on the machine's Node and then goes on on the product's. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endWithParent } from "./parent.mjs";
import { prepare } from "./prepare.mjs";

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"];
/** A signal this soon after the last is the same Ctrl-C, passed on by npm. */
const ECHO_MS = 1_500;
/** Names the launcher to the process that goes on for it. */
const LAUNCHER = "SENDEX_LAUNCHER";

/**
 * Prepares what `steps` name (everything by default), and returns where the caller runs on the right Node. Else it runs
 * `file` (an `import.meta.url`) once more on that one, with our arguments, passes signals on, and ends with its code.
 */
export async function launch(file, steps) {
  const goesOn = process.env[LAUNCHER] === String(process.ppid);
  delete process.env[LAUNCHER];
  if (goesOn) return endWithParent();
  const node = await prepare(steps);
  if (node !== process.execPath) process.exit(await handOver(node, fileURLToPath(file)));
}

/**
 * → the exit code. In a session of its own, a terminal's Ctrl-C reaches it once, through us; should we be killed, it
 * notices and ends in order.
 */
function handOver(node, file) {
  const child = spawn(node, [...process.execArgv, file, ...process.argv.slice(2)], {
    env: { ...process.env, [LAUNCHER]: String(process.pid) },
    stdio: "inherit",
    detached: true,
  });
  let passed = -Infinity;
  for (const signal of STOPS) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (performance.now() - passed < ECHO_MS) return;
      passed = performance.now();
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
