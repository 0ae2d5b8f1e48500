import type { Values, VariableType } from "./template";

/** What a form's field says as a value of the type; undefined: nothing is given. Throws SyntaxError for wrong JSON. */
export function readValue(text: string, type: VariableType): unknown {
  if (text === "") return undefined;
  if (type === "number") {
    const number = Number(text);
    if (!Number.isFinite(number)) throw new SyntaxError("not a number");
    return number;
  }
  if (type === "boolean") return text === "true";
  if (type === "string") return text;
  const value: unknown = JSON.parse(text);
  const isList = Array.isArray(value);
  if (type === "list" ? !isList : isList || typeof value !== "object" || value === null)
    throw new SyntaxError(`not of the type ${type}`);
  return value;
}

/** A value as a field shows it. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The values with one of them changed, or taken away. */
export function withValue(values: Values, key: string, value: unknown): Values {
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
  return value === undefined ? others : { ...others, [key]: value };
}

/** Whole test data out of a text of JSON. Throws SyntaxError where it is no object. */
export function readValues(text: string): Values {
  const value: unknown = text.trim() === "" ? {} : JSON.parse(text);
  if (!isValues(value)) throw new SyntaxError("not an object");
  return value;
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const KEY = "sendex.test-data.";

/** Test data of a template, kept in this browser for the next visit. */
export function keptValues(templateId: string): Values {
  try {
    return readValues(localStorage.getItem(KEY + templateId) ?? "");
  } catch {
    return {};
  }
}

export function keepValues(templateId: string, values: Values): void {
  localStorage.setItem(KEY + templateId, JSON.stringify(values));
}
