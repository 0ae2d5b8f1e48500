/**
 * `node scripts/complete-lock.mjs`, after adding a package: enters into package-lock.json the platform packages that
 * the registry at hand does not carry. Without them npm 11's `npm ci` refuses the lock file that `npm install` has
 * just written (npm/cli issue 9846), and other platforms would install without their binaries.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths.mjs";

const FILE = path.join(root, "package-lock.json");
const SYSTEMS = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "openharmony",
  "aix",
  "sunos",
  "netbsd",
  "openbsd",
];
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "ppc64", "s390x", "riscv64", "loong64", "wasm32"];

const LIBRARIES = [
  ["gnu", "glibc"],
  ["musl", "musl"],
];

/** The optional packages that some package names and the lock file lacks: `{ parent, name, version }`. */
export function missingOptionals(lock) {
  return Object.entries(lock.packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !found(lock, parent, name))
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** As Node looks for it: beside the parent's own packages, then further up. */
function found(lock, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder}${folder && "/"}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

/** What npm would have written, but for the integrity, which is not known here. */
function entry(lock, { parent, name, version }) {
  const { dev, engines, license } = lock.packages[parent];
  const words = name.split("/").at(-1).split(/[-.]/);
  const pick = (key, values) => (values.length > 0 ? { [key]: values } : {});
  return {
    version,
    ...pick(
      "cpu",
      PROCESSORS.filter((word) => words.includes(word)),
    ),
    ...(dev ? { dev } : {}),
    ...pick(
      "libc",
      LIBRARIES.filter(([word]) => words.some((part) => part.startsWith(word))).map(([, libc]) => libc),
    ),
    ...(license ? { license } : {}),
    optional: true,
    ...pick(
      "os",
      SYSTEMS.filter((word) => words.includes(word)),
    ),
    ...(engines ? { engines } : {}),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const lock = JSON.parse(readFileSync(FILE, "utf8"));
  const missing = missingOptionals(lock);
  for (const optional of missing) lock.packages[`node_modules/${optional.name}`] = entry(lock, optional);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(sorted);
  if (missing.length > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${missing.length} platform packages entered\n`);
}
