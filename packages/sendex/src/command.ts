import { Command } from "@commander-js/extra-typings";

/** A command by its last word, with what it does in a sentence and, where that is not obvious, how it is typed. */
export function command(word: string, does: string, ...examples: string[]): Command {
  const made = new Command(word).description(does);
  if (examples.length === 0) return made;
  const lines = examples.map((example) => `  sendex ${example}`).join("\n");
  return made.addHelpText("after", `\n${examples.length > 1 ? "Examples" : "Example"}:\n${lines}`);
}
