import type { Mode } from "../api/client";

/** Which account and which world a person looks at; kept for the next visit. */
export interface Choice {
  account?: string;
  mode?: Mode;
}

const KEY = "sendex.choice";

export function keptChoice(): Choice {
  return read(localStorage.getItem(KEY));
}

/** A link that somebody shared opens what they saw: `?account=acc_…&mode=test`. To be called before the router reads it. */
export function takeLinkedChoice(): void {
  keepChoice({ ...keptChoice(), ...fromLink(new URLSearchParams(location.search)) });
}

export function keepChoice(choice: Choice): void {
  localStorage.setItem(KEY, JSON.stringify(choice));
}

function fromLink(search: URLSearchParams): Choice {
  const account = search.get("account");
  const mode = search.get("mode");
  return { ...(account !== null && { account }), ...(isMode(mode) && { mode }) };
}

function read(text: string | null): Choice {
  if (text === null) return {};
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return {};
    const account = "account" in kept ? kept.account : undefined;
    const mode = "mode" in kept ? kept.mode : undefined;
    return { ...(typeof account === "string" && { account }), ...(isMode(mode) && { mode }) };
  } catch {
    return {};
  }
}

function isMode(value: unknown): value is Mode {
  return value === "live" || value === "test";
}
