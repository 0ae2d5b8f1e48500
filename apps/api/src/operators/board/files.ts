import { readFile } from "node:fs/promises";
import path from "node:path";
import { types } from "node:util";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** `main.f10757109b.js`, `ja-JP`: one name, no way out of the folder. */
const NAME = /^[\w-]+(?:\.[\w-]+)*$/;

export interface BoardFile {
  type: string;
  bytes: Buffer;
}

/** One of the files that the board's page asks for; undefined where there is none of that name. */
export async function readBoardFile(names: string[]): Promise<BoardFile | undefined> {
  const type = TYPES[path.extname(names.at(-1) ?? "")];
  if (type === undefined || !names.every((name) => NAME.test(name))) return undefined;
  try {
    return { type, bytes: await readFile(path.join(folder(), "static", ...names)) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The library's own page. */
export function readBoardIndex(): Promise<string> {
  return readFile(path.join(folder(), "index.ejs"), "utf8");
}

function folder(): string {
  return path.join(path.dirname(require.resolve("@bull-board/ui/package.json")), "dist");
}

function isMissing(error: unknown): boolean {
  return types.isNativeError(error) && "code" in error && error.code === "ENOENT";
}
