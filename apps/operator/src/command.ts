import type { Context } from "@sendex/pipeline/context";

/** What a command is given beside its flags. */
export interface Desk {
  context: Context;
  /** Makes a domain a verified identity where mail leaves; absent where the operator's word is enough. */
  verifyDomain?: (domain: string) => Promise<void>;
  prepareDatabase: () => Promise<string[]>;
}

export interface Command {
  usage: string;
  about: string;
  /** Resolves to what is printed: an object, as JSON or as lines. */
  run: (desk: Desk, flags: Map<string, string>, words: string[]) => Promise<object>;
}
