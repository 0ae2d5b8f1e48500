import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, open, rm, rmdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { startPostgresProcess } from "../own-postgres";
import type { Fault, Figures } from "../row";
import { inTrouble } from "./postgres-trouble";

/** Room for a fresh cluster, its log and the row's mail, twice over; what is left of it is filled up. */
const DISK = "256m";
const FULL_FOR_S = 10;
/** The matrix names no bound; a server that had to end starts again and replays its log within this, in seconds. */
const RECOVERS_WITHIN = 30;
/** So that each mail needs more room than PostgreSQL has left in its files; random, since text would be compressed. */
const TEXT_BYTES = 30_000;
const CHUNKS = [1 << 20, 1 << 12];

export const diskFull: Fault = {
  row: "28",
  fault: "disk full for PostgreSQL",
  target: "503, no false 202, recovers",
  messages: 1000,
  async run(messages) {
    if (process.getuid?.() !== 0) return skipped("needs root, for a file system of a fixed size");
    const folder = await mkdtemp(path.join(os.tmpdir(), "sendex-disk-"));
    try {
      await run("mount", ["-t", "tmpfs", "-o", `size=${DISK},mode=0755`, "tmpfs", folder]);
    } catch {
      await rmdir(folder);
      return skipped("this machine lets root mount nothing");
    }
    try {
      return await onDisk(folder, messages);
    } finally {
      await run("umount", ["--lazy", folder]);
      await rmdir(folder);
    }
  },
};

const run = promisify(execFile);

async function onDisk(folder: string, messages: number): Promise<Figures> {
  const postgres = await startPostgresProcess(folder);
  const ballast = path.join(folder, "ballast");
  return inTrouble(postgres, messages, {
    recoversWithin: RECOVERS_WITHIN,
    outageSeconds: FULL_FOR_S,
    text: randomBytes(TEXT_BYTES).toString("hex"),
    strike: () => fill(ballast),
    async mend() {
      await rm(ballast);
      // PostgreSQL ends by itself where it cannot write its log; it is then started again.
      if (!postgres.server.running()) await postgres.server.start();
    },
  });
}

/** Writes until there is no room for anything more. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    for (const size of CHUNKS) await writeUntilFull(() => handle.write(Buffer.alloc(size)));
  } finally {
    await handle.close();
  }
}

async function writeUntilFull(write: () => Promise<{ bytesWritten: number }>): Promise<void> {
  try {
    while ((await write()).bytesWritten > 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}

function skipped(why: string): Figures {
  return { messages: 0, lost: 0, duplicated: 0, notes: [], misses: [], skipped: why };
}
