import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { redrive } from "@sendex/pipeline/reports/redrive";
import { command } from "../command";
import type { Act } from "../desk";
import { existingFile } from "../values";

export function notificationsCommands(act: Act) {
  return [
    command(
      "redrive",
      "Takes in SES notifications that SNS gave up on, one JSON a line as its dead-letter queue has them. Safe to repeat.",
      "notifications redrive --file missed.jsonl",
    )
      .option("--file <file>", "where they are (default: standard input)", existingFile)
      .action(({ file }) => act(({ context, actor }) => redrive(context, linesOf(file), actor))),
  ];
}

function linesOf(file: string | undefined): AsyncIterable<string> {
  const input = file === undefined ? process.stdin : createReadStream(file);
  return createInterface({ input, crlfDelay: Infinity });
}
