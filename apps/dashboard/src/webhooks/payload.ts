/** The message that a delivery's payload is about, if it is about one. */
export function messageOf(payload: unknown): string | undefined {
  const id = fieldOf(fieldOf(payload, "data"), "message_id");
  return typeof id === "string" ? id : undefined;
}

/** JSON as people read it; what is none, as it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
