import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, expect, it } from "@jest/globals";

const LOG = path.resolve(__dirname, "../dist/log.js");
let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** A process that logs for a while and then ends by itself. */
function startLogging(script: string) {
  const head = `const log = require(${JSON.stringify(LOG)}).openLog({ level: "info", name: "t" });`;
  const started = spawn(process.execPath, ["-e", `${head}\n${script}`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child = started;
  return started;
}

it("ends though nobody reads its log any more", async () => {
  const logging = startLogging(`
    setInterval(() => log.info({}, "tick"), 5);
    process.stdin.once("data", () => setTimeout(() => process.exit(7), 300));`);
  await once(logging.stdout, "data");
  logging.stdout.destroy();
  logging.stdin.write("go");
  expect(await once(logging, "exit")).toEqual([7, null]);
});

it("writes every line, whole and in order, also those of its last moment", async () => {
  const logging = startLogging(`
    for (let n = 0; n < 5000; n += 1) log.info({ n, filler: "é".repeat(100) }, "line");
    process.exit(0);`);
  let text = "";
  for await (const piece of logging.stdout.setEncoding("utf8")) text += String(piece);
  const lines = text.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 5_000 }, (_, n) => n));
});
