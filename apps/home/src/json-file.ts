import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isObject } from "@sendex/kit/loose";

/** Writes the file in one step, readable by its owner only: who reads it finds the old content or the new. */
export function writeJson(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** The file's content as an object; undefined when there is no such file or no object in it. */
export function readJson(file: string): Record<string, unknown> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
