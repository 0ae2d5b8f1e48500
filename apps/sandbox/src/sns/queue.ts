import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, unlink, writeFile } from "node:fs/promises";

/** A notification on its way. The message is made when first needed. */
export interface Notification {
  messageId: string;
  subject: string;
  message: () => string;
  /** ISO 8601. */
  timestamp: string;
  attempts: number;
}

/** What may wait at once; further events are dropped and counted. */
const MAX_UNFINISHED = 100_000;

/** First in, first out; what has been taken stays known until it is finished, so that closing can keep it. */
export function createQueue() {
  const unfinished = new Set<Notification>();
  let ready: Notification[] = [];
  let head = 0;
  let dropped = 0;

  function put(notification: Notification): void {
    unfinished.add(notification);
    ready.push(notification);
  }

  function take(): Notification | undefined {
    const next = ready[head];
    if (next === undefined) return undefined;
    head += 1;
    if (head > 1_000 && head * 2 > ready.length) {
      ready = ready.slice(head);
      head = 0;
    }
    return next;
  }

  return {
    take,
    /** Takes a new event in, unless too many wait. */
    add(subject: string, message: () => string, timestamp: string): void {
      if (unfinished.size >= MAX_UNFINISHED) dropped += 1;
      else put({ messageId: randomUUID(), subject, message, timestamp, attempts: 0 });
    },
    putBack: (notification: Notification) => void ready.push(notification),
    finish: (notification: Notification) => void unfinished.delete(notification),
    size: () => unfinished.size,
    dropped: () => dropped,
    load: async (path: string) => (await readStored(path)).forEach(put),
    store: (path: string) => writeStored(path, [...unfinished]),
  };
}

interface StoredNotification {
  messageId: string;
  subject: string;
  message: string;
  timestamp: string;
}

async function readStored(path: string): Promise<Notification[]> {
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  await unlink(path);
  return lines.map((line) => {
    const { message, ...rest } = JSON.parse(line) as StoredNotification;
    return { ...rest, message: () => message, attempts: 0 };
  });
}

async function writeStored(path: string, notifications: Notification[]): Promise<void> {
  if (notifications.length === 0) return;
  const lines = notifications.map(({ messageId, subject, message, timestamp }) => {
    const stored: StoredNotification = { messageId, subject, message: message(), timestamp };
    return `${JSON.stringify(stored)}\n`;
  });
  await writeFile(path, lines.join(""));
}
