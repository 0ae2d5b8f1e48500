import type { Client } from "@sendex/sdk/client";
import type { Machine } from "./config/folder";
import type { Connection } from "./config/connection";

/** What a run has of the terminal and the machine; tests bring their own. */
export interface Terminal extends Machine {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person types at standard input: then nobody reads it whole. */
  isTyped: boolean;
  /** Standard input to its end. */
  readInput(): Promise<string>;
  /** Asks for a secret. */
  ask(question: string): Promise<string>;
  /** Ctrl-C, or somebody's SIGTERM. */
  interrupted(stop: () => void): void;
}

/** Options that every command takes. No interface: commander's types want one that has an index. */
export type Everywhere = {
  json?: true | undefined;
  apiKey?: string | undefined;
  apiUrl?: string | undefined;
};

/** What a command works with. */
export interface Desk {
  terminal: Terminal;
  options: Everywhere;
  /** `--json` was given. */
  json: boolean;
  /** Where and as whom the API is called. @throws CliError where no key is known */
  connection(): Connection;
  /** The API, as that key. @throws CliError where no key is known */
  client(): Client;
}

/** What a command comes to. */
export interface Result {
  /** For programs: what `--json` prints. */
  value: object;
  /** For people; made from the value where it is absent. */
  text?: string;
  /** The command worked, and what it looked at is not as it should be: the exit code is 1. */
  wrong?: boolean;
}

/** Gives a command its desk and prints what it comes to; everything typed is checked before. */
export type Act = (work: (desk: Desk) => Promise<Result>) => Promise<void>;
