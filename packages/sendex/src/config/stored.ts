import path from "node:path";
import { CliError } from "../failure";
import { configFolder, type Machine } from "./folder";
import { readPrivate, removePrivate, writePrivate } from "./private-file";

/** What "sendex login" keeps. */
export interface Stored {
  apiKey?: string;
  apiUrl?: string;
}

export function storedFile(machine: Machine): string {
  return path.join(configFolder(machine), "config.json");
}

/** Nothing where nobody signed in. @throws CliError where the file is not what we wrote */
export function readStored(machine: Machine): Stored {
  const file = storedFile(machine);
  const text = readPrivate(file);
  if (text === undefined) return {};
  try {
    const { apiKey, apiUrl } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(typeof apiKey === "string" && { apiKey }),
      ...(typeof apiUrl === "string" && { apiUrl }),
    };
  } catch {
    throw new CliError("bad_settings", `${file} holds no JSON. Sign in again: sendex login.`);
  }
}

export function writeStored(machine: Machine, stored: Required<Stored>): void {
  writePrivate(storedFile(machine), `${JSON.stringify(stored, undefined, 2)}\n`);
}

export function removeStored(machine: Machine): void {
  removePrivate(storedFile(machine));
}
