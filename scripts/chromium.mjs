/**
 * A Chromium for the browser tests: on Linux x64 the one that npm's `@sparticuz/chromium` holds, compressed; elsewhere, one
 * that is installed. `node scripts/chromium.mjs` prints `{executable, env}` as JSON, or `{}` where there is none.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withLock } from "./lock.mjs";
import { testFolder } from "./paths.mjs";

const PACKAGE = "@sparticuz/chromium";
const TRY_MS = 30_000;
const INSTALLED = [
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** → `{executable, env}`, env being what it must be started with; undefined where there is none. */
async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executable: named, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpacked();
  const executable = INSTALLED.find((file) => existsSync(file));
  return executable && { executable, env: {} };
}

/** Unpacked once for each version, by one process at a time. */
async function unpacked() {
  const load = createRequire(new URL("../apps/e2e/package.json", import.meta.url));
  const entry = load.resolve(PACKAGE);
  const home = path.resolve(path.dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const folder = path.join(testFolder(), `chromium-${version}`);
  await withLock(
    `${folder}.lock`,
    () => undefined,
    () => existsSync(folder) || unpack(entry, home, folder),
  );
  const executable = path.join(folder, "chromium");
  const env = {
    FONTCONFIG_PATH: existsSync("/etc/fonts/fonts.conf") ? "/etc/fonts" : path.join(folder, "fonts"),
  };
  if (starts(executable, env)) return { executable, env };
  return { executable, env: { ...env, LD_LIBRARY_PATH: path.join(folder, "al2023/lib") } };
}

/** The library unpacks into the folder for temporary files. */
async function unpack(entry, home, folder) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  process.env.TMPDIR = draft;
  try {
    const { default: chromium, inflate } = await import(pathToFileURL(entry).href);
    await Promise.all([chromium.executablePath(), inflate(path.join(home, "bin/al2023.tar.br"))]);
    renameSync(draft, folder);
  } finally {
    delete process.env.TMPDIR;
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.stdout.write(JSON.stringify((await findChromium()) ?? {}));
