import type { FieldError } from "../error";
import { PRIORITIES, type Priority, type Tag } from "../accepting/message";

/** What a mail's `X-Sendex-` headers ask for; they are read and taken out. Source: docs/smtp.md. */
export interface Control {
  idempotencyKey?: string;
  priority?: Priority;
  tags: Tag[];
  metadata: Record<string, unknown>;
  scheduledAt?: string;
  topicId?: string;
  template?: { ref: string; data: Record<string, unknown> };
}

export type Header = readonly [name: string, value: string];

const PREFIX = "x-sendex-";
const TAG = "x-sendex-tag";
/** All but the tag stand once. */
const ONCE = {
  "x-sendex-idempotency-key": true,
  "x-sendex-priority": true,
  "x-sendex-metadata": true,
  "x-sendex-scheduled-at": true,
  "x-sendex-topic": true,
  "x-sendex-template": true,
  "x-sendex-template-data": true,
} as const;
type Once = keyof typeof ONCE;

export function isControl(name: string): boolean {
  return name.toLowerCase().startsWith(PREFIX);
}

/** A header that asks for what there is not is an error: a mail that goes out at another time than was asked is worse than none. */
export function readControl(headers: readonly Header[]): { control: Control; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const tags: Tag[] = [];
  const once = new Map<Once, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (!key.startsWith(PREFIX)) continue;
    if (key === TAG) tags.push(readTag(value, errors));
    else if (!isOnce(key))
      errors.push(wrong(name, "unknown", "there is no such header; docs/smtp.md lists them"));
    else if (once.has(key)) errors.push(wrong(name, "duplicate", "it is given twice"));
    else once.set(key, value.trim());
  }
  const priority = readPriority(once.get("x-sendex-priority"), errors);
  const metadata = readObject("X-Sendex-Metadata", once.get("x-sendex-metadata"), errors);
  const data = readObject("X-Sendex-Template-Data", once.get("x-sendex-template-data"), errors);
  const ref = once.get("x-sendex-template");
  const [idempotencyKey, scheduledAt, topicId] = [
    once.get("x-sendex-idempotency-key"),
    once.get("x-sendex-scheduled-at"),
    once.get("x-sendex-topic"),
  ];
  const control: Control = {
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(priority !== undefined && { priority }),
    tags,
    metadata: metadata ?? {},
    ...(scheduledAt !== undefined && { scheduledAt }),
    ...(topicId !== undefined && { topicId }),
    ...(ref !== undefined && { template: { ref, data: data ?? {} } }),
  };
  if (data && ref === undefined)
    errors.push(wrong("X-Sendex-Template-Data", "required", "it is of no use without X-Sendex-Template"));
  return { control, errors };
}

function isOnce(name: string): name is Once {
  return Object.hasOwn(ONCE, name);
}

/** `name=value`; what may stand in either is judged with all tags. */
function readTag(value: string, errors: FieldError[]): Tag {
  const at = value.indexOf("=");
  if (at < 0) errors.push(wrong("X-Sendex-Tag", "format", "it reads name=value"));
  return at < 0
    ? { name: "-", value: "-" }
    : { name: value.slice(0, at).trim(), value: value.slice(at + 1).trim() };
}

function readPriority(value: string | undefined, errors: FieldError[]): Priority | undefined {
  if (value === undefined) return undefined;
  const priority = PRIORITIES.find((one) => one === value.toLowerCase());
  if (!priority) errors.push(wrong("X-Sendex-Priority", "format", `it is one of ${PRIORITIES.join(", ")}`));
  return priority;
}

function readObject(
  name: string,
  value: string | undefined,
  errors: FieldError[],
): Record<string, unknown> | undefined {
  if (value === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(value);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return { ...read };
  } catch {
    // What is no JSON is no object either.
  }
  errors.push(wrong(name, "format", "it is a JSON object"));
  return undefined;
}

function wrong(name: string, code: string, what: string): FieldError {
  return { field: name, code, message: `The header ${name.slice(0, 60)} cannot be read: ${what}.` };
}
