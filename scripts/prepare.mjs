/**
 * Brings a checkout to where its code can run: installs packages, generates the Prisma client, builds.
 * Uses nothing but Node itself, does only what is due, and lets one process at a time do it.
 * Everything it says goes to stderr, so that a caller's stdout stays its own.
 */
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withLock } from "./lock.mjs";
import { homeFolder, root } from "./paths.mjs";
import { buildInputs, hashFiles, installedMatches, readStamp, writeStamp } from "./stamp.mjs";

const OLDEST_NODE = [20, 19];
const STAMP = path.join(root, "node_modules/.cache/sendex-prepare.json");
const LOCK = path.join(root, ".sendex-prepare.lock");
const SCHEMA = "prisma/schema.prisma";
const GENERATED = path.join(root, "packages/data/src/generated");
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STOPPED = 130;
const HEARTBEAT_MS = 15_000;

const steps = {
  install: {
    title: "Installing packages",
    mark: installMark,
    done: isInstalled,
    settled: recordMatches,
    run: install,
  },
  generate: {
    title: "Generating the database client",
    mark: () => hashFiles(root, [SCHEMA, "package-lock.json"]),
    done: () => !existsSync(path.join(root, SCHEMA)) || existsSync(GENERATED),
    run: generate,
  },
  build: { title: "Building", mark: buildMark, done: isBuilt, run: () => build("tsconfig.build.json") },
};

/** Does the named steps that are due (all of them by default), behind the lock. Throws when one fails. */
export async function prepare(names = Object.keys(steps)) {
  requireNode();
  if (due(names).length === 0) return;
  requireOwnTree();
  await withLock(LOCK, sayWaiting, async () => {
    for (const name of names) {
      if (due([name]).length > 0) await perform(name);
    }
  });
}

/** `tsc -b` of one project; used for a part of the tree, without a stamp. */
export async function build(project) {
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, "-b", project], process.env);
}

function due(names) {
  const stamp = readStamp(STAMP);
  return names.filter((name) => stamp[name] !== steps[name].mark() || !steps[name].done());
}

async function perform(name) {
  const { title, mark, run: work, settled } = steps[name];
  const started = Date.now();
  const before = mark();
  if (settled?.()) return writeStamp(STAMP, { ...readStamp(STAMP), [name]: before });
  const beat = setInterval(() => say(`${title}, ${seconds(started)} so far`), HEARTBEAT_MS);
  say(`${title} …`);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
  writeStamp(STAMP, { ...readStamp(STAMP), [name]: before });
  say(`${title}: done in ${seconds(started)}`);
}

function installMark() {
  return hashFiles(root, ["package-lock.json"]);
}

function isInstalled() {
  return (
    existsSync(path.join(root, "node_modules/typescript")) &&
    existsSync(path.join(root, "node_modules/prisma"))
  );
}

async function install() {
  const { command, args } = npm();
  await run(
    command,
    [...args, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    npmEnvironment(),
  );
}

/** Whether npm has recorded exactly these packages: another run installed them. */
function recordMatches() {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!isInstalled() || !existsSync(record)) return false;
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return installedMatches(lock, JSON.parse(readFileSync(record, "utf8")));
}

/** The npm that runs us, else the one on PATH. */
function npm() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own) && existsSync(own)) return { command: process.execPath, args: [own] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/** npm keeps its cache below HOME; without a usable one it gets a folder of the checkout's own. */
function npmEnvironment() {
  const environment = { ...process.env };
  if (environment.npm_config_cache || usable(os.homedir())) return environment;
  const cache = path.join(homeFolder(), "npm-cache");
  mkdirSync(cache, { recursive: true });
  return { ...environment, npm_config_cache: cache };
}

function usable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return path.isAbsolute(folder);
  } catch {
    return false;
  }
}

/**
 * `prisma generate` would first download a schema engine; it takes any existing executable for one, and needs
 * none to generate.
 */
async function generate() {
  if (!existsSync(path.join(root, SCHEMA))) return;
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  await run(process.execPath, [prisma, "generate", `--schema=${SCHEMA}`], {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
}

function buildMark() {
  return hashFiles(root, [...buildInputs(root), SCHEMA, "package-lock.json"]);
}

function isBuilt() {
  return ["packages", "apps"].every((group) =>
    readdirSync(path.join(root, group)).every((name) => {
      const folder = path.join(root, group, name);
      return !existsSync(path.join(folder, "src")) || existsSync(path.join(folder, "dist"));
    }),
  );
}

/** Runs a command quietly; what it printed is shown only when it fails. */
function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const stopWithUs = () => {
      child.kill("SIGTERM");
      process.exit(STOPPED);
    };
    for (const signal of STOPS) process.once(signal, stopWithUs);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const signal of STOPS) process.off(signal, stopWithUs);
      if (code === 0) return resolve();
      const what = [path.basename(command), ...args.slice(0, 3)].join(" ");
      reject(new Error(`${output.trim()}\n${what} failed (${signal ?? `exit code ${code}`})`));
    });
  });
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Sendex needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
}

function requireOwnTree() {
  if (usable(root)) return;
  throw new Error(`${root} has to be installed or built first, and you may not write there.`);
}

function sayWaiting(pid) {
  say(`Waiting for process ${pid || "(unknown)"}, which is installing or building in this folder …`);
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  prepare().catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
