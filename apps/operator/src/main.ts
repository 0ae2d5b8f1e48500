import { openCli } from "@sendex/boot/cli";
import { readArguments, UsageError } from "./arguments";
import type { Command } from "./command";
import { COMMANDS } from "./commands";
import { lines } from "./lines";

/** The operator's command line. Results go to stdout, everything else to stderr. */
async function main(args: readonly string[]): Promise<void> {
  const { words, flags } = readArguments(args);
  const command = COMMANDS[words.slice(0, 2).join(" ")];
  if (!command || flags.has("help")) {
    process.stdout.write(usage(command));
    if (!command && !flags.has("help"))
      throw new UsageError(words.length > 0 ? `There is no command '${words.join(" ")}'.` : "Which command?");
    return;
  }
  const desk = await openCli();
  try {
    const result = await command.run(desk, flags, words.slice(2));
    process.stdout.write(flags.has("json") ? `${JSON.stringify(result)}\n` : `${lines(result)}\n`);
  } finally {
    await desk.close();
  }
}

function usage(command: Command | undefined): string {
  const shown = command ? [command] : Object.values(COMMANDS);
  return `${shown.map(({ usage: line, about }) => `  ${line}\n      ${about}`).join("\n")}\n`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const message =
    error instanceof UsageError ? error.message : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
