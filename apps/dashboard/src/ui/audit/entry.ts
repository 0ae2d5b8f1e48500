/** An entry of the audit log, as an account's people and operators read it. */
export interface AuditRow {
  id: string;
  at: string;
  /** `user:<address>`, `operator:<name>`, `cli:<login>`; `owner` where a key of the account did it. */
  actor: string;
  /** `templates.publish`, `account.suspend`, … */
  act: string;
  subject: string | null;
  /** Of operators' log alone; null: it is about no account. */
  account?: string | null;
  /** What was decided, with its note; never content. */
  detail: object;
}

const KINDS = ["operator", "cli"] as const;

export interface Actor {
  /** undefined: a person, who is named by her address. */
  kind?: (typeof KINDS)[number] | "owner" | "sendex";
  name: string;
}

export function readActor(actor: string): Actor {
  if (actor === "owner") return { kind: "owner", name: "" };
  const colon = actor.indexOf(":");
  if (colon === -1) return { kind: "sendex", name: "" };
  const [kind, name] = [actor.slice(0, colon), actor.slice(colon + 1)];
  const known = KINDS.find((word) => word === kind);
  return known ? { kind: known, name } : { name };
}

/** The API's operations have the same names on both surfaces: `v1.templates.publish` is `templates.publish`. */
export function actOf(act: string): string {
  return act.replace(/^v1\./, "");
}

/** What an act was decided with, in short: `["role", "admin"]`. The world it was done in is shown apart. */
export function detailsOf(detail: object): [name: string, value: string][] {
  return Object.entries(detail)
    .filter(([name, value]) => name !== "mode" && isTold(value))
    .map(([name, value]): [string, string] => [name.replaceAll("_", " "), wordsOf(value)]);
}

export function modeOf(detail: object): "test" | undefined {
  return "mode" in detail && detail.mode === "test" ? "test" : undefined;
}

function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "" && wordsOf(value) !== "{}";
}

function wordsOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
