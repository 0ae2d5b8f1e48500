import type { CommandUnknownOpts } from "@commander-js/extra-typings";

/** A word that may stand somewhere, and what it does. */
export interface Word {
  word: string;
  about: string;
}

/** What may follow when these words of commands were typed. */
export interface Place {
  /** `["emails", "list"]`; none at the beginning. */
  path: string[];
  words: Word[];
  /** Words that an option or an argument takes, by the option (`--status`), or by "" for an argument. */
  choices: Record<string, string[]>;
}

/** Every place of a command line, the deepest last. */
export function placesOf(program: CommandUnknownOpts, path: string[] = []): Place[] {
  const shared = path.length === 0 ? [] : optionsOf(rootOf(program));
  const here: Place = {
    path,
    words: [
      ...program.commands.map((child) => ({ word: child.name(), about: child.description() })),
      ...(program.commands.length === 0 || path.length === 0 ? [...optionsOf(program), ...shared] : []),
    ],
    choices: choicesOf(program),
  };
  return [here, ...program.commands.flatMap((child) => placesOf(child, [...path, child.name()]))];
}

function rootOf(command: CommandUnknownOpts): CommandUnknownOpts {
  return command.parent === null ? command : rootOf(command.parent);
}

function optionsOf({ options }: CommandUnknownOpts): Word[] {
  return options.map(({ long, description }) => ({ word: long ?? "", about: description }));
}

function choicesOf({ options, registeredArguments }: CommandUnknownOpts): Record<string, string[]> {
  const ofOptions = options.map(({ long, argChoices }) => [long ?? "", argChoices ?? []] as const);
  const ofArguments = registeredArguments.map(({ argChoices }) => ["", argChoices ?? []] as const);
  return Object.fromEntries([...ofOptions, ...ofArguments].filter(([, choices]) => choices.length > 0));
}
