#!/usr/bin/env node
import { homedir } from "node:os";
import { run } from "./run";
import { askHidden, readWhole } from "./stdin";

/** The customers' command line; what there is stands in program.ts. */
async function main(): Promise<void> {
  // Whoever reads us may have had enough, as `head` has.
  process.stdout.on("error", () => process.exit());
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTyped: process.stdin.isTTY,
    readInput: () => readWhole(process.stdin),
    ask: (question) => askHidden(question, process.stdin, process.stderr),
    interrupted: (stop) => {
      process.once("SIGINT", stop).once("SIGTERM", stop);
    },
  });
  // What is still open, such as a connection that is kept, holds nobody up.
  await flushed(process.stdout);
  process.exit();
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write("", () => resolve()));
}

void main();
