/** Where the launchers find and put things. */
import { accessSync, constants, lstatSync, mkdirSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A test run's services fill some 1 GB at most; the machine's programs need the rest. */
const MEMORY = "/dev/shm";
const MEMORY_NEEDED = 4 * 1024 ** 3;

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

/**
 * A test run's PostgreSQL and Redis write here: in memory where there is room, because a test makes a database of its
 * own, 700 files, which takes some 30 ms in memory and 300 to 500 on a disk; else below testFolder().
 */
export function servicesFolder() {
  const folder = path.join(MEMORY, `sendex-test-${os.userInfo().uid}`);
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < MEMORY_NEEDED) return testFolder();
    // PostgreSQL's own user has to pass it where root runs the tests.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const entry = lstatSync(folder);
    return entry.isDirectory() && entry.uid === os.userInfo().uid ? folder : testFolder();
  } catch {
    return testFolder();
  }
}

/** Loads a built module of an app or package, e.g. `built("apps/home/test-services")`. */
export function built(module) {
  const [group, name, ...file] = module.split("/");
  return import(pathToFileURL(path.join(root, group, name, "dist", `${file.join("/")}.js`)).href);
}
