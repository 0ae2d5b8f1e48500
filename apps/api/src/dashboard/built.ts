import { readFile } from "node:fs/promises";
import path from "node:path";
import { types } from "node:util";

/** Where Vite's build of apps/dashboard lies, beside the `dist` or `src` that this file is in. */
export const BUILT = path.resolve(__dirname, "../../../dashboard/dist");

/** `index-B4x9_a.js`: one name, no way out of the folder. */
const NAME = /^[\w-]+(?:\.[\w-]+)+$/;

/** The file's bytes; undefined where there is no such file. */
export async function readBuilt(folder: string, ...names: string[]): Promise<Buffer | undefined> {
  if (!names.every((name) => NAME.test(name) || name === "assets")) return undefined;
  try {
    return await readFile(path.join(folder, ...names));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return types.isNativeError(error) && "code" in error && error.code === "ENOENT";
}
