import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CliError, codeOf, reasonOf } from "../failure";

/** Files that only their owner may read (0600), in folders that only their owner may enter (0700). */

/** Its text; undefined where it is not there. @throws CliError where it cannot be read */
export function readPrivate(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new CliError("cannot_read", `${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Whole or not at all: a reader never sees a part. @throws CliError where it cannot be written */
export function writePrivate(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    privateFolder(path.dirname(file));
    rmSync(draft, { force: true });
    writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch (error) {
    throw new CliError("cannot_write", `${file} cannot be written: ${reasonOf(error)}.`);
  }
}

export function removePrivate(file: string): void {
  rmSync(file, { force: true });
}

/** Makes it where it is not there, with all above it. */
function privateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // It may be older than this rule.
  chmodSync(folder, 0o700);
}
