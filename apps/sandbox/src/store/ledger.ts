import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openAppender } from "./append";
import type { Mail } from "./mail";

export interface Counts {
  accepted: number;
  recipients: number;
}

export interface Ledger {
  add(mail: Omit<Mail, "n">): Mail;
  /** Counts a mail that leaves no line (COUNT_ONLY). */
  count(recipients: number): void;
  counts(): Counts;
  find(messageId: string): Mail | undefined;
  /** Newest first, those since the last clear; at most the newest KEPT. */
  inbox(): Generator<Mail>;
  /** How many mails the inbox shows. */
  inboxSize(): number;
  /** Oldest first, those with n > since, cleared ones too. */
  lines(since: number, limit: number): Mail[];
  /** Empties the inbox; the file keeps every line and gains a marker. */
  clear(at: string): void;
  flush(): Promise<void>;
  isFull(): boolean;
  close(): Promise<void>;
}

/** Mails kept in memory; older ones stand only in the file. */
const KEPT = 100_000;
const TRIM = 10_000;

/** Opens DATA_DIR/ledger.jsonl, reads what it holds and goes on appending to it. */
export async function openLedger(folder: string): Promise<Ledger> {
  const path = join(folder, "ledger.jsonl");
  const memory = createMemory();
  if (existsSync(path)) await replay(path, memory);
  const file = await openAppender(path);
  const write = (line: object): void => void file.append(Buffer.from(`${JSON.stringify(line)}\n`));

  return {
    add(fields) {
      const mail = { n: memory.last() + 1, ...fields };
      memory.add(mail);
      write(mail);
      return mail;
    },
    count: memory.count,
    counts: memory.counts,
    find: memory.find,
    inbox: memory.inbox,
    inboxSize: memory.inboxSize,
    lines: memory.lines,
    clear(at) {
      memory.clear();
      write({ cleared: memory.last(), at });
    },
    flush: () => file.flush(),
    isFull: () => file.isFull(),
    close: () => file.close(),
  };
}

function createMemory() {
  const mails: Mail[] = [];
  const byId = new Map<string, Mail>();
  const counts: Counts = { accepted: 0, recipients: 0 };
  let last = 0;
  let clearedUpTo = 0;

  function count(recipients: number): void {
    counts.accepted += 1;
    counts.recipients += recipients;
  }

  function add(mail: Mail): void {
    last = mail.n;
    mails.push(mail);
    byId.set(mail.messageId, mail);
    count(mail.to.length);
    if (mails.length > KEPT + TRIM) {
      for (const old of mails.splice(0, TRIM)) byId.delete(old.messageId);
    }
  }

  function* inbox(): Generator<Mail> {
    for (let i = mails.length - 1; i >= 0; i -= 1) {
      const mail = mails[i];
      if (mail === undefined || mail.n <= clearedUpTo) return;
      yield mail;
    }
  }

  function lines(since: number, limit: number): Mail[] {
    const first = mails[0]?.n ?? 1;
    const from = Math.max(0, since + 1 - first);
    return mails.slice(from, from + limit);
  }

  return {
    add,
    count,
    inbox,
    lines,
    last: () => last,
    counts: () => ({ ...counts }),
    find: (messageId: string) => byId.get(messageId),
    inboxSize: () => Math.min(mails.length, last - clearedUpTo),
    clear: () => void (clearedUpTo = last),
  };
}

/** A line cut short by a crash is passed over: its mail was never counted by anyone who could still ask. */
async function replay(path: string, memory: ReturnType<typeof createMemory>): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const entry = parseLine(line);
    if (entry === null) continue;
    if ("cleared" in entry) memory.clear();
    else memory.add(entry);
  }
}

function parseLine(line: string): Mail | { cleared: number } | null {
  try {
    return JSON.parse(line) as Mail | { cleared: number };
  } catch {
    return null;
  }
}
