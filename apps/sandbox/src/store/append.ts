import { open } from "node:fs/promises";

/** Bytes waiting for the disk above which callers are asked to wait. */
const FULL_BYTES = 64 * 1024 * 1024;
/** How long appended bytes may wait for more, in milliseconds. */
const LINGER_MS = 10;

export interface Appender {
  /** Takes the bytes at once and returns the offset in the file at which they will stand. */
  append(bytes: Buffer): number;
  /** Resolves when all that was appended so far has been written. */
  flush(): Promise<void>;
  /** True while so much waits that callers should flush before going on. */
  isFull(): boolean;
  close(): Promise<void>;
}

/** Opens a file for appending in batches: many small appends become one write. */
export async function openAppender(path: string): Promise<Appender> {
  const file = await open(path, "a");
  let end = (await file.stat()).size;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      writing = writing.then(async () => {
        const bytes = Buffer.concat(batch);
        await file.appendFile(bytes);
        waitingBytes -= bytes.length;
      });
    }
    return writing;
  };

  return {
    append(bytes) {
      const offset = end;
      end += bytes.length;
      waiting.push(bytes);
      waitingBytes += bytes.length;
      timer ??= setTimeout(() => void flush().catch(() => undefined), LINGER_MS);
      return offset;
    },
    flush,
    isFull: () => waitingBytes > FULL_BYTES,
    async close() {
      await flush();
      await file.close();
    },
  };
}
