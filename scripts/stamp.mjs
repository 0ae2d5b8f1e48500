/** What the launchers compare to know whether installing, generating or building is due. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** One hash over the names and contents of `files` (paths below `root`); a missing file counts as empty. */
export function hashFiles(root, files) {
  const hash = createHash("sha256");
  for (const file of [...files].sort()) {
    const whole = path.join(root, file);
    hash.update(`${file}\0`);
    if (existsSync(whole)) hash.update(readFileSync(whole));
    hash.update("\0");
  }
  return hash.digest("hex");
}

/** Built by Vite. */
const DASHBOARD = "apps/dashboard";

/** Everything of the dashboard that its build reads, relative to `root`. */
export function dashboardInputs(root) {
  const own = ["index.html", "package.json", "tsconfig.json", "vite.config.mjs"];
  return [
    ...own.map((name) => path.join(DASHBOARD, name)),
    ...sources(root, path.join(DASHBOARD, "build")),
    ...sources(root, path.join(DASHBOARD, "src")),
  ];
}

/** The packages and apps that `compile` compiles, relative to `root`. */
export function compiled(root) {
  return ["packages", "apps"]
    .flatMap((group) => directoriesIn(path.join(root, group)).map((name) => path.join(group, name)))
    .filter((folder) => folder !== DASHBOARD && existsSync(path.join(root, folder, "src")));
}

/** Everything that `compile` reads, relative to `root`. */
export function buildInputs(root) {
  return [
    "scripts/compile.mjs",
    ...compiled(root).flatMap((folder) => sources(root, path.join(folder, "src"))),
  ];
}

/** The stamp of the last run: `{install, generate, build}`, each the hash that it was made from. */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

export function writeStamp(file, stamp) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, file);
}

/**
 * Whether what lies in node_modules is what the lock file names, judged by the record that npm leaves there.
 * Optional packages (those of other platforms) may be missing.
 */
export function installedMatches(lock, installed) {
  return Object.entries(lock.packages).every(([name, wanted]) => {
    if (!name.includes("node_modules/")) return true;
    const found = installed.packages[name];
    if (wanted.link) return found !== undefined;
    if (!found) return wanted.optional === true || wanted.devOptional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** The files below `folder` but tests, relative to `root`. */
export function sources(root, folder) {
  const whole = path.join(root, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { withFileTypes: true }).flatMap((entry) => {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(root, below);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [below];
  });
}

function directoriesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
