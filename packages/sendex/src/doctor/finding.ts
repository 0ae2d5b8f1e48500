import { plain } from "../show/as-text";

/** One thing that was looked at. */
export interface Finding {
  check: "api" | "key" | "account" | "domain" | "webhook";
  state: "ok" | "warning" | "wrong";
  says: string;
  /** What to do; absent where all is well. */
  remedy?: string;
}

export function ok(check: Finding["check"], says: string): Finding {
  return { check, state: "ok", says };
}

export function warning(check: Finding["check"], says: string, remedy: string): Finding {
  return { check, state: "warning", says, remedy };
}

export function wrong(check: Finding["check"], says: string, remedy: string): Finding {
  return { check, state: "wrong", says, remedy };
}

const MARKS = { ok: "ok     ", warning: "look at", wrong: "WRONG  " } as const;

/** A line each, its remedy below it, and at the end how many are wrong. */
export function findingsAsText(findings: Finding[]): string {
  const lines = findings.flatMap(({ state, check, says, remedy }) => [
    `${MARKS[state]}  ${check}: ${says}`,
    ...(remedy === undefined ? [] : remedy.split("\n").map((line) => `         ${line}`)),
  ]);
  const count = findings.filter(({ state }) => state === "wrong").length;
  const end =
    count === 0 ? "Nothing is wrong." : count === 1 ? "1 thing is wrong." : `${count} things are wrong.`;
  return [...lines, "", end].map(plain).join("\n");
}
