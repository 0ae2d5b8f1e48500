/**
 * Brings a checkout to where its code can run: installs packages, generates the Prisma client where that is due, builds.
 * Uses nothing but Node itself, does only what is due, and lets one process at a time do it.
 * Everything it says goes to stderr, so that a caller's stdout stays its own.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { clientTrouble, generateClient } from "./client.mjs";
import { compile } from "./compile.mjs";
import { withLock } from "./lock.mjs";
import { chooseNode } from "./node.mjs";
import { installFrom, usable } from "./npm.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import {
  buildInputs,
  compiled,
  dashboardInputs,
  hashFiles,
  installedMatches,
  readStamp,
  writeStamp,
} from "./stamp.mjs";

const STAMP = path.join(root, "node_modules/.cache/sendex-prepare.json");
const NODE_STAMP = path.join(root, "node_modules/.cache/sendex-node.json");
const LOCK = path.join(root, ".sendex-prepare.lock");
const DASHBOARD = path.join(root, "apps/dashboard");
const HEARTBEAT_MS = 15_000;

const steps = {
  install: {
    title: "Installing packages",
    mark: installMark,
    done: isInstalled,
    settled: recordMatches,
    run: () => installFrom(root, ["--include=dev"]),
  },
  generate: {
    title: "Generating the database client",
    mark: () => "",
    done: () => clientTrouble(root) === undefined,
    settled: () => clientTrouble(root) === undefined,
    run: (node) => generateClient(root, node),
  },
  build: {
    title: "Building",
    mark: buildMark,
    done: isBuilt,
    run: () => compile(root),
  },
  dashboard: {
    title: "Building the dashboard",
    mark: () => hashFiles(root, [...dashboardInputs(root), "package-lock.json"]),
    done: () => existsSync(path.join(DASHBOARD, "dist/index.html")),
    run: buildDashboard,
  },
};

/**
 * Does the named steps that are due (all of them by default), behind the lock, and meanwhile chooses the Node for what
 * comes then. → its path. Throws when a step fails.
 */
export async function prepare(names = Object.keys(steps)) {
  const choosing = chooseNode();
  const [node] = await Promise.all([choosing, perform(names, choosing)]);
  noteNode(node);
  return node;
}

/** What needs nothing of another step goes beside it. */
const TOGETHER = [["install"], ["generate", "dashboard"], ["build"]];

async function perform(names, choosing) {
  if (due(names).length === 0) return;
  requireOwnTree();
  await withLock(LOCK, sayWaiting, async () => {
    for (const group of TOGETHER) {
      const now = due(group.filter((name) => names.includes(name)));
      await Promise.all(now.map((name) => performOne(name, choosing)));
    }
  });
}

function due(names) {
  const stamp = readStamp(STAMP);
  return names.filter((name) => stamp[name] !== steps[name].mark() || !steps[name].done());
}

async function performOne(name, choosing) {
  const { title, mark, run: work, settled } = steps[name];
  const started = Date.now();
  const before = mark();
  if (settled?.()) return writeStamp(STAMP, { ...readStamp(STAMP), [name]: before });
  const beat = setInterval(() => say(`${title}, ${seconds(started)} so far`), HEARTBEAT_MS);
  say(`${title} …`);
  try {
    await work(name === "install" ? undefined : await choosing);
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
    existsSync(path.join(root, "node_modules/@swc/core")) && existsSync(path.join(root, "node_modules/vite"))
  );
}

/** Whether npm has recorded exactly these packages: another run installed them. */
function recordMatches() {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!isInstalled() || !existsSync(record)) return false;
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return installedMatches(lock, JSON.parse(readFileSync(record, "utf8")));
}

async function buildDashboard(node) {
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  await run(node, [vite, "build", DASHBOARD, "--logLevel", "warn"], { cwd: root, env: process.env });
}

function buildMark() {
  return hashFiles(root, [...buildInputs(root), "package-lock.json"]);
}

function isBuilt() {
  return compiled(root).every((folder) => existsSync(path.join(root, folder, "dist")));
}

/** Nothing that was installed or built depends on the Node (no install script runs), so that a change is only told. */
function noteNode(node) {
  const last = readStamp(NODE_STAMP).node;
  if (last === node || !usable(root)) return;
  if (node !== process.execPath || last !== undefined) say(`Running on ${node}`);
  writeStamp(NODE_STAMP, { node });
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
