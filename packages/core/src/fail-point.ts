/**
 * Places where a drill may end or stop the process, each named after what lies on its two sides. Few, and only
 * where another place would show something else: docs/faults.md says what each is for.
 */
export const FAIL_POINTS = [
  "accept:before-commit",
  "accept:after-commit",
  "send:before-claim",
  "send:after-claim",
  "send:after-answer",
  "ingest:before-commit",
  "broadcast:before-commit",
  "broadcast:after-commit",
  "deliver:after-answer",
  "import:before-commit",
] as const;
export type FailPointName = (typeof FAIL_POINTS)[number];

/** Says that the process passes a place, for `messageId` where it is one message's. A no-op but in a drill. */
export type FailPoint = (name: FailPointName, messageId?: string) => void;

/** Where a drill strikes, and how. */
export interface FailAt {
  name: FailPointName;
  /** Only passings for this message count. */
  messageId?: string;
  /** The passing that is struck, from 1. */
  nth: number;
  signal: "SIGKILL" | "SIGSTOP";
}

const FORM = /^([a-z]+:[a-z-]+)(?:@([A-Za-z0-9_-]+))?(?::([1-9]\d{0,8}))?(:stop)?$/;

/** Reads `name[@messageId][:N][:stop]`; undefined when it is not of that form or the name is no fail-point's. */
export function parseFailAt(text: string): FailAt | undefined {
  const [, given, messageId, nth = "1", stop] = FORM.exec(text) ?? [];
  const name = FAIL_POINTS.find((known) => known === given);
  if (!name) return undefined;
  return {
    name,
    ...(messageId === undefined ? {} : { messageId }),
    nth: Number(nth),
    signal: stop === undefined ? "SIGKILL" : "SIGSTOP",
  };
}
