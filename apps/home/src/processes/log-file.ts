import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import path from "node:path";

/** A log is moved aside (one old one is kept) when it has grown to this. */
const MOST_BYTES = 20 * 1024 * 1024;
const TAIL_LINES = 15;
const TAIL_BYTES = 8 * 1024;

export interface Log {
  file: string;
  write: (chunk: Buffer) => void;
  /** The last lines written since it was opened. */
  tail: () => string;
}

/**
 * Opens `<folder>/<name>.log`, moving the previous run's to `<name>.old.log`. `notice` is called with every line
 * that is worth a look (see log-line.ts); absent, lines are only kept.
 */
export function openLog(folder: string, name: string, notice?: (chunk: Buffer) => void): Log {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  let descriptor = reopen(file);
  let written = 0;
  let recent = Buffer.alloc(0);
  return {
    file,
    write: (chunk) => {
      if (written > MOST_BYTES) {
        closeSync(descriptor);
        descriptor = reopen(file);
        written = 0;
      }
      written += writeSync(descriptor, chunk);
      recent = Buffer.concat([recent, chunk]).subarray(-TAIL_BYTES);
      notice?.(chunk);
    },
    tail: () => recent.toString("utf8").trim().split("\n").slice(-TAIL_LINES).join("\n"),
  };
}

function reopen(file: string): number {
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, ".old.log"));
  return openSync(file, "a", 0o600);
}
