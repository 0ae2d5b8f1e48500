/** Where the launchers find and put things. */
import { accessSync, constants, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Everything that a start writes lies here. */
export function homeFolder() {
  return path.resolve(root, process.env.SENDEX_HOME || ".sendex");
}

/** A Redis that had to be downloaded lies here, for starts and test runs alike. */
export function redisFolder() {
  return path.join(homeFolder(), "redis-server");
}

/** Test runs keep their services' folders here: in the checkout, or where that is not ours to write, in a temporary folder. */
export function testFolder() {
  const folder = path.join(root, "node_modules/.cache/sendex-test");
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return path.join(os.tmpdir(), `sendex-test-${os.userInfo().uid}`);
  }
}

/** Loads a built module of an app or package, e.g. `built("apps/home/test-services")`. */
export function built(module) {
  const [group, name, ...file] = module.split("/");
  return import(pathToFileURL(path.join(root, group, name, "dist", `${file.join("/")}.js`)).href);
}
