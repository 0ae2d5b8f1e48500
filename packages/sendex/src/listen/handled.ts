import { closeSync, openSync, writeSync } from "node:fs";
import { readPrivate, writePrivate } from "../config/private-file";
import { eventTime, isEventId } from "./event-id";

/**
 * What was handed over, on disk: so that a listener that was killed at any moment goes on where it was. A line is
 * `from <id>` (where it first began), `at <id>` (all before it was told) or `ok <id>` (this one was handed over).
 */
export interface Handled {
  /** Where to go on; undefined before the first connection. */
  position(): string | undefined;
  /** Handed over, or from before the first start. */
  has(id: string): boolean;
  /** Written when this returns: it outlives the process, though not a loss of power. */
  note(id: string): void;
  /** The API told all that happened before this. What it can no longer repeat is forgotten. */
  moveTo(id: string): void;
  /** Begins anew. */
  forget(): void;
  close(): void;
}

/** The API repeats a minute before an id; as much again for clocks that differ. Source: docs/api.md "Event stream". */
const REPEATED_MS = 120_000;
/** An event from before the first start is repeated too; so much is left to clocks that differ. */
const BEFORE_MS = 5_000;
/** Ids that are remembered, some 5 MB. Of more than come between two positions the oldest go. */
const MAX_IDS = 50_000;
/** Lines after which the file is written anew. */
const MAX_LINES = 20_000;

/** @throws CliError where the file can be neither read nor written */
export function openHandled(file: string): Handled {
  let known = readHandled(readPrivate(file) ?? "");
  let lines = 0;
  let fd = rewrite();

  function rewrite(): number {
    lines = 0;
    writePrivate(file, textOf(known));
    return openSync(file, "a");
  }

  function write(line: string): void {
    writeSync(fd, line);
    lines += 1;
    if (lines >= MAX_LINES) renew();
  }

  function renew(): void {
    closeSync(fd);
    fd = rewrite();
  }

  function setPosition(id: string): void {
    if (known.from === undefined) write(`from ${(known.from = id)}\n`);
    write(`at ${(known.at = id)}\n`);
  }

  return {
    position: () => known.at,
    has: (id) => known.ids.has(id) || (isEventId(id) && isBefore(id, known.from)),
    note(id) {
      known.ids.add(id);
      write(`ok ${id}\n`);
      if (known.ids.size <= MAX_IDS) return;
      const [oldest = id] = known.ids;
      known.ids.delete(oldest);
      if (known.at === undefined || oldest > known.at) setPosition(oldest);
    },
    moveTo(id) {
      if (!isEventId(id) || (known.at !== undefined && id <= known.at)) return;
      setPosition(id);
      prune(known);
    },
    forget() {
      known = nothing();
      renew();
    },
    close: () => closeSync(fd),
  };
}

/** What a file says. */
export interface Known {
  from: string | undefined;
  at: string | undefined;
  ids: Set<string>;
}

function nothing(): Known {
  return { from: undefined, at: undefined, ids: new Set() };
}

/** A line that was cut off says nothing. */
export function readHandled(text: string): Known {
  const known = nothing();
  for (const line of text.split("\n")) {
    const [word, id = ""] = line.split(" ");
    if (!isEventId(id)) continue;
    if (word === "from") known.from = id;
    if (word === "at" && (known.at === undefined || id > known.at)) known.at = id;
    if (word === "ok") known.ids.add(id);
  }
  prune(known);
  return known;
}

function prune({ at, ids }: Known): void {
  if (at === undefined) return;
  const floor = eventTime(at) - REPEATED_MS;
  for (const id of ids) if (eventTime(id) < floor) ids.delete(id);
}

function textOf({ from, at, ids }: Known): string {
  const lines = [from && `from ${from}\n`, at && `at ${at}\n`, ...[...ids].map((id) => `ok ${id}\n`)];
  return lines.filter((line) => line !== undefined).join("");
}

function isBefore(id: string, from: string | undefined): boolean {
  return from !== undefined && eventTime(id) < eventTime(from) - BEFORE_MS;
}
