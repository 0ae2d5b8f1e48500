import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock";
import { domainOf } from "../mime/address";

export type ListedReason = "BOUNCE" | "COMPLAINT";

/** An address on the account-level suppression list. */
export interface Listed {
  address: string;
  reason: ListedReason;
  /** Milliseconds since the epoch. */
  updatedAt: number;
  messageId: string | null;
}

export interface ListQuery {
  reasons: string[];
  from: number;
  until: number;
  /** The address that the page before ended with. */
  after: string;
  limit: number;
}

/** The SES account's suppression list, on for bounces and complaints as it is for new accounts. */
export interface SuppressionList {
  find(address: string): Listed | undefined;
  put(address: string, reason: ListedReason, messageId?: string): void;
  /** False where it was not on it. */
  remove(address: string): boolean;
  /** In the order of addresses. */
  page(query: ListQuery): { entries: Listed[]; more: boolean };
  /** Resolves when the file holds the last change. */
  saved(): Promise<void>;
}

interface Book {
  folder: string;
  all: Map<string, Listed>;
  /** A change that the running write has not seen. */
  dirty: boolean;
  saving: Promise<void> | undefined;
}

/** Kept in DATA_DIR/suppressed.json, so that a restart does not empty it. */
export async function openSuppressionList(folder: string, clock: Clock): Promise<SuppressionList> {
  const kept = existsSync(pathIn(folder))
    ? (JSON.parse(await readFile(pathIn(folder), "utf8")) as Listed[])
    : [];
  const all = new Map(kept.map((listed) => [listed.address, listed]));
  const book: Book = { folder, all, dirty: false, saving: undefined };
  return {
    find: (address) => all.get(address.toLowerCase()),
    put(address, reason, messageId) {
      const key = address.toLowerCase();
      all.set(key, { address: key, reason, updatedAt: clock(), messageId: messageId ?? null });
      save(book);
    },
    remove(address) {
      const removed = all.delete(address.toLowerCase());
      if (removed) save(book);
      return removed;
    },
    page(query) {
      const found = [...all.values()].filter((listed) => fits(listed, query)).sort(byAddress);
      return { entries: found.slice(0, query.limit), more: found.length > query.limit };
    },
    saved: async () => book.saving,
  };
}

/** What SES adds by itself: hard bounces and complaints, but not what its simulator's own addresses make up. */
export function listsByItself(
  type: string,
  address: string,
  details: Record<string, unknown>,
): ListedReason | null {
  if (domainOf(address) === "simulator.amazonses.com" && !address.includes("+")) return null;
  if (type === "Complaint") return details["complaintFeedbackType"] === "not-spam" ? null : "COMPLAINT";
  if (type !== "Bounce" || details["bounceType"] !== "Permanent") return null;
  return String(details["bounceSubType"]).includes("Suppress") ? null : "BOUNCE";
}

function fits({ address, reason, updatedAt }: Listed, { reasons, from, until, after }: ListQuery): boolean {
  return (
    (reasons.length === 0 || reasons.includes(reason)) &&
    updatedAt >= from &&
    updatedAt <= until &&
    address > after
  );
}

function byAddress(a: Listed, b: Listed): number {
  return a.address < b.address ? -1 : 1;
}

/** Changes that come while one is written are written together. */
function save(book: Book): void {
  book.dirty = true;
  book.saving ??= write(book);
}

async function write(book: Book): Promise<void> {
  while (book.dirty) {
    book.dirty = false;
    const path = pathIn(book.folder);
    await writeFile(`${path}.new`, JSON.stringify([...book.all.values()]));
    await rename(`${path}.new`, path);
  }
  book.saving = undefined;
}

function pathIn(folder: string): string {
  return join(folder, "suppressed.json");
}
