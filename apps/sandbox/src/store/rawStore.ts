import { open, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { openAppender } from "./append";

/** Where one raw message lies. */
export interface RawPlace {
  segment: number;
  offset: number;
  length: number;
}

export interface RawStore {
  put(raw: Buffer): RawPlace;
  /** The message's bytes, or null when its segment has been dropped to bound the disk. */
  get(place: RawPlace): Promise<Buffer | null>;
  flush(): Promise<void>;
  isFull(): boolean;
  close(): Promise<void>;
}

const SEGMENT_BYTES = 64 * 1024 * 1024;
/** Segments kept; the oldest go first, so raw mail takes about 2 GB at most. */
const KEPT_SEGMENTS = 32;

/** Raw messages in append-only segment files, thousands to a file: a file each would cost several system calls. */
export async function openRawStore(folder: string): Promise<RawStore> {
  const segments = await existingSegments(folder);
  let current = (segments.at(-1) ?? 0) + 1;
  let appender = await openAppender(pathOf(folder, current));
  let rolling: Promise<void> | null = null;
  segments.push(current);

  const roll = async (): Promise<void> => {
    const full = appender;
    const next = current + 1;
    appender = await openAppender(pathOf(folder, next));
    current = next;
    segments.push(next);
    await full.close();
    await dropOldest(folder, segments);
    rolling = null;
  };

  return {
    put(raw) {
      const place = { segment: current, offset: appender.append(raw), length: raw.length };
      if (place.offset + raw.length > SEGMENT_BYTES) rolling ??= roll();
      return place;
    },
    async get(place) {
      if (rolling !== null) await rolling;
      if (place.segment === current) await appender.flush();
      return readPlace(folder, place);
    },
    flush: () => appender.flush(),
    isFull: () => appender.isFull(),
    async close() {
      if (rolling !== null) await rolling;
      await appender.close();
    },
  };
}

async function existingSegments(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  const numbers = names.map((name) => Number(/^mail-(\d{6})\.raw$/.exec(name)?.[1] ?? 0));
  return numbers.filter((number) => number > 0).sort((a, b) => a - b);
}

function pathOf(folder: string, segment: number): string {
  return join(folder, `mail-${String(segment).padStart(6, "0")}.raw`);
}

async function dropOldest(folder: string, segments: number[]): Promise<void> {
  while (segments.length > KEPT_SEGMENTS) {
    const oldest = segments.shift();
    if (oldest !== undefined) await unlink(pathOf(folder, oldest));
  }
}

async function readPlace(folder: string, place: RawPlace): Promise<Buffer | null> {
  const file = await open(pathOf(folder, place.segment), "r").catch(absent);
  if (file === null) return null;
  try {
    const bytes = Buffer.alloc(place.length);
    const { bytesRead } = await file.read(bytes, 0, place.length, place.offset);
    return bytesRead === place.length ? bytes : null;
  } finally {
    await file.close();
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
