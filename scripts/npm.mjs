/** npm, as the launchers run it. */
import { accessSync, constants, copyFileSync, existsSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { homeFolder, root } from "./paths.mjs";
import { run } from "./run.mjs";

/** Fails soon, and takes what npm has kept. */
const FETCH_OPTIONS = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--prefer-offline"];

/** Installs what the lock file in `folder` names, each package checked by its integrity. */
export async function installFrom(folder, options = [], limitMs = undefined) {
  const { command, args } = npm();
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const env = environment();
  await run(command, [...args, "ci", `--prefix=${folder}`, ...quiet, ...options], {
    cwd: folder,
    env,
    limitMs,
  });
}

/**
 * Installs into `folder` what is kept apart from the root's packages: what the package.json and lock file say that lie there
 * already, or that are in `pinned`.
 */
export async function installApart(folder, limitMs, pinned = folder) {
  const copies = [path.join(root, ".npmrc")];
  if (pinned !== folder)
    copies.push(path.join(pinned, "package.json"), path.join(pinned, "package-lock.json"));
  for (const file of copies) copyFileSync(file, path.join(folder, path.basename(file)));
  await installFrom(folder, FETCH_OPTIONS, limitMs);
}

/** Whether a folder is there and we may write in it. */
export function usable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return path.isAbsolute(folder);
  } catch {
    return false;
  }
}

/** The npm that runs us, else the one on PATH. */
function npm() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own) && existsSync(own)) return { command: process.execPath, args: [own] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/** npm keeps its cache below HOME; without a usable one it gets a folder of the checkout's own. */
function environment() {
  const given = { ...process.env };
  if (given.npm_config_cache || usable(os.homedir())) return given;
  const cache = path.join(homeFolder(), "npm-cache");
  mkdirSync(cache, { recursive: true });
  return { ...given, npm_config_cache: cache };
}
