/** The caller's mistake: shown as one line, exit code 2. */
export class UsageError extends Error {}

export interface Arguments {
  words: string[];
  /** `--json` and other flags without a value hold "". */
  flags: Map<string, string>;
}

/** Flags that take no value. */
const SWITCHES = new Set(["json", "help", "all", "suppression"]);

/** The value of a flag that a command cannot do without. @throws UsageError */
export function required(flags: Map<string, string>, name: string): string {
  const value = flags.get(name);
  if (value === undefined) throw new UsageError(`--${name} is needed.`);
  return value;
}

/** `a b --flag value --json` → words and flags. @throws UsageError for a flag without its value */
export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? "";
    if (!arg.startsWith("--")) {
      words.push(arg);
      continue;
    }
    const [name = "", inline] = arg.slice(2).split(/=(.*)/s);
    const value = SWITCHES.has(name) ? "" : (inline ?? args[(i += 1)]);
    if (value === undefined) throw new UsageError(`--${name} needs a value.`);
    flags.set(name, value);
  }
  return { words, flags };
}
