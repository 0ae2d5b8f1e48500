/** A lock between processes: a file that names its holder, so that a dead holder's lock can be taken over. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;
/** A lock file without content is one being written; after this long its writer has died in between. */
const UNSIGNED_MS = 10_000;

/**
 * Runs `work` while holding the lock `file`. `onWait(pid)` is called once when another process holds it.
 * Any number of processes may ask; they are served in no particular order.
 */
export async function withLock(file, onWait, work) {
  let lock = takeLock(file);
  if (lock.holder !== undefined) onWait(lock.holder);
  while (lock.holder !== undefined) {
    await sleep(POLL_MS);
    lock = takeLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** → `{ release }` when the lock is ours now, `{ holder: pid }` when a living process has it (0: it is not known yet). */
export function takeLock(file) {
  const signature = signatureOf(process.pid);
  while (!take(file, signature)) {
    const holder = holderOf(file);
    if (holder.alive) return { holder: holder.pid };
    if (!holder.gone) breakLock(file, holder.signature);
  }
  return {
    release: () => {
      if (read(file) === signature) rmSync(file, { force: true });
    },
  };
}

/** Whether the process that signed itself `signature` still runs (a reused pid has another start time). */
export function isAlive(signature) {
  const pid = Number.parseInt(signature, 10);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return signatureOf(pid) === signature;
}

/** `<pid> <start time>`; the start time is known on Linux only, elsewhere the pid must do. */
export function signatureOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return `${pid} -`;
  }
}

function take(file, signature) {
  try {
    writeFileSync(file, signature, { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(file) {
  const signature = read(file);
  if (signature === undefined) return { gone: true };
  if (signature === "") return { alive: age(file) < UNSIGNED_MS, signature, pid: 0 };
  return { alive: isAlive(signature), signature, pid: Number.parseInt(signature, 10) };
}

/** Moves the dead lock aside, and puts it back if a rival had replaced it by a living one in between. */
function breakLock(file, signature) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (read(aside) === signature) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function age(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
