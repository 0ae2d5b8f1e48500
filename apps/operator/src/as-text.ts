import { isObject } from "@sendex/kit/loose";

/**
 * One `name: value` line each, nested names dotted, what a thing has several of numbered from 1. The items of a list
 * that is the result itself stand between blank lines.
 */
export function asText(result: object): string {
  return Object.entries(result)
    .map(([name, value]: [string, unknown]) => {
      if (!isListOfThings(value)) return named(name, value).join("\n");
      return value.map((item) => within(item, "").join("\n")).join("\n\n");
    })
    .join("\n");
}

function within(thing: object, prefix: string): string[] {
  return Object.entries(thing).flatMap(([name, value]: [string, unknown]) =>
    named(`${prefix}${name}`, value),
  );
}

function named(name: string, value: unknown): string[] {
  if (value instanceof Date) return [`${name}: ${value.toISOString()}`];
  if (isListOfThings(value)) return value.flatMap((item, i) => within(item, `${name}.${i + 1}.`));
  if (isObject(value)) return within(value, `${name}.`);
  return [`${name}: ${String(value)}`];
}

function isListOfThings(value: unknown): value is object[] {
  return Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null);
}
