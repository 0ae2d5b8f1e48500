import { isSchema } from "./described";

/**
 * A copy in which every object that names its properties has no others. Answers are described as open, so that they
 * can grow; a test wants to hear of what is answered and not described.
 */
export function closed<T>(value: T): T {
  // What is copied has the shape of what it was copied from.
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isSchema(value)) return value;
  const copied = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  const names = isSchema(value["properties"]) && [value["type"]].flat().includes("object");
  return names && !("additionalProperties" in value) ? { ...copied, additionalProperties: false } : copied;
}
