import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where Debian's packages put the server and its libraries. */
const PROGRAM = "usr/bin/redis-server";
const LIBRARY_FOLDERS = ["usr/lib", "lib"];

/** Asked for where apt does not say what the server needs; more than that does no harm. */
const PACKAGES = [
  "redis-server",
  "redis-tools",
  "libjemalloc2",
  "liblua5.1-0",
  "liblzf1",
  "lua-bitop",
  "lua-cjson",
  "libatomic1",
];

const STEP_LIMIT_MS = 120_000;

export interface UnpackedRedis {
  command: string;
  env: NodeJS.ProcessEnv;
}

/** The server that unpackRedis has put into `folder`, if it has. */
export function unpackedRedis(folder: string): UnpackedRedis | undefined {
  const command = path.join(folder, PROGRAM);
  if (!existsSync(command)) return undefined;
  return { command, env: { LD_LIBRARY_PATH: libraryFolders(folder).join(":") } };
}

/**
 * Downloads Debian's or Ubuntu's Redis packages and unpacks them into `folder`: no root, nothing installed. The
 * package lists go to a folder of their own, since a fresh machine has none. False where there is no apt or no
 * way to its packages. One process may do this at a time.
 */
export async function unpackRedis(folder: string, say: (line: string) => void): Promise<boolean> {
  if (!(await hasApt())) return false;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    say("Downloading Redis (8 MB, kept in the home folder, nothing is installed) …");
    const options = await ownLists(path.join(draft, "apt"));
    const packages = path.join(draft, "packages");
    await fetchPackages(packages, options);
    const tree = path.join(draft, "tree");
    mkdirSync(tree);
    for (const file of readdirSync(packages)) {
      await run("dpkg", ["-x", path.join(packages, file), tree], { timeout: STEP_LIMIT_MS });
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(tree, folder);
    return true;
  } catch (error) {
    say(`Redis could not be downloaded: ${reason(error)}`);
    return false;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function hasApt(): Promise<boolean> {
  return run("apt-get", ["--version"]).then(
    () => true,
    () => false,
  );
}

/** Package lists in `folder`; the options that make apt use them. */
async function ownLists(folder: string): Promise<string[]> {
  for (const below of ["lists/partial", "cache/archives/partial"]) {
    mkdirSync(path.join(folder, below), { recursive: true });
  }
  const settings = {
    "Dir::State": folder,
    "Dir::State::lists": path.join(folder, "lists"),
    "Dir::State::status": "/var/lib/dpkg/status",
    "Dir::Cache": path.join(folder, "cache"),
    "Acquire::Languages": "none",
    "Acquire::Retries": "1",
    "Acquire::http::Timeout": "20",
    "APT::Sandbox::User": "",
    "Debug::NoLocking": "1",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  await run("apt-get", [...options, "update"], { timeout: STEP_LIMIT_MS });
  return options;
}

async function fetchPackages(folder: string, options: string[]): Promise<void> {
  mkdirSync(folder);
  const download = (names: string[]) =>
    run("apt-get", [...options, "download", ...names], { cwd: folder, timeout: STEP_LIMIT_MS });
  const missing = await missingPackages(options);
  if (missing.length > 0) await download(missing);
  else for (const name of PACKAGES) await download([name]).catch(() => undefined);
}

/** What an installation would bring, dependencies included, by apt's own simulation of it. */
async function missingPackages(options: string[]): Promise<string[]> {
  const simulate = [...options, "--simulate", "--no-install-recommends", "install", "redis-server"];
  const { stdout } = await run("apt-get", simulate, { timeout: STEP_LIMIT_MS }).catch(() => ({ stdout: "" }));
  return [...stdout.matchAll(/^Inst (\S+)/gm)].flatMap((line) => line[1] ?? []);
}

/** `usr/lib`, `lib` and the folders named after the machine inside them. */
function libraryFolders(folder: string): string[] {
  return LIBRARY_FOLDERS.flatMap((name) => {
    const whole = path.join(folder, name);
    if (!existsSync(whole)) return [];
    const machines = readdirSync(whole).filter((entry) => /-linux-/.test(entry));
    return [whole, ...machines.map((machine) => path.join(whole, machine))];
  });
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").slice(-3).join(" ");
}
