import { readFile, stat, writeFile } from "node:fs/promises";
import { CliError, codeOf, reasonOf } from "./failure";

/** No file that is read here may be larger: the API takes 50 MiB of one request. */
const MAX_BYTES = 64 * 1024 * 1024;

/** @throws CliError where it cannot be read, or is too large */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new Error("it has more than 64 MB");
    return await readFile(file);
  } catch (error) {
    throw new CliError("cannot_read", `${file} cannot be read: ${readable(error)}.`);
  }
}

/** As UTF-8. @throws CliError */
export async function readText(file: string): Promise<string> {
  return (await readBytes(file)).toString("utf8");
}

/** @throws CliError where it cannot be read, or is no JSON */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(await readText(file), file);
}

/** @param name what it was read from, for the error. @throws CliError where it is no JSON */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError("bad_json", `${name} holds no JSON: ${reasonOf(error)}.`);
  }
}

/** @throws CliError where it cannot be written */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new CliError("cannot_write", `${file} cannot be written: ${readable(error)}.`);
  }
}

function readable(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  return reasonOf(error);
}
