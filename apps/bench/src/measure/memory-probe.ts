import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded into the product's processes by the bench alone, with `--require`. At SIGUSR2 it collects garbage and
 * writes a line to the log: what is then on the heap is held by something.
 */
if (isMainThread) {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let asked = 0;
  process.on("SIGUSR2", () => {
    asked += 1;
    // Twice: the first leaves what finalizers still had to let go of.
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    process.stdout.write(`${JSON.stringify({ msg: `memory ${asked}`, heapUsed, external })}\n`);
  });
}
