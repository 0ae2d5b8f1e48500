import { isObject } from "@sendex/kit/loose";
import type Joi from "joi";

/** What `describe()` returns, as far as it is read here. */
interface Described {
  type: string;
  flags?: { only?: boolean };
  allow?: unknown[];
  rules?: unknown[];
  keys?: Record<string, Described>;
  patterns?: { rule: Described }[];
  items?: Described[];
  matches?: Branch[];
}

interface Branch {
  schema?: Described;
  then?: Described;
  otherwise?: Described;
  switch?: Branch[];
}

/** Schemas are built once, when their file is loaded. */
const known = new WeakMap<Joi.Schema, Described>();

/**
 * Takes out of a body, in place, every property that is null, at every depth: many clients write empty fields so. It
 * stays where the schema gives null a meaning, and in objects whose keys are the caller's own (metadata, values of a
 * template). In an array null stays, for the schema to refuse: what an array holds is counted.
 */
export function dropNulls(schema: Joi.Schema, body: unknown): void {
  const described = known.get(schema) ?? (schema.describe() as Described);
  known.set(schema, described);
  drop(described, body);
}

function drop(described: Described | undefined, value: unknown): void {
  if (!described) return;
  const shapes = shapesOf(described);
  if (Array.isArray(value)) {
    const item = shapes.find(({ type }) => type === "array")?.items?.[0];
    for (const one of value) drop(item, one);
  } else if (isObject(value)) {
    const shape = shapes.find(({ type, keys, patterns }) => type === "object" && (keys ?? patterns));
    if (shape) dropIn(shape, value);
  }
}

function dropIn({ keys = {}, patterns = [] }: Described, value: Record<string, unknown>): void {
  for (const [name, item] of Object.entries(value)) {
    const key = Object.hasOwn(keys, name) ? keys[name] : patterns[0]?.rule;
    if (item !== null) drop(key, item);
    else if (!key || !shapesOf(key).some(takesNull)) delete value[name];
  }
}

function takesNull({ type, flags, allow = [], rules = [] }: Described): boolean {
  return allow.includes(null) || (type === "any" && flags?.only !== true && rules.length === 0);
}

/** The alternatives of a schema; itself where it has none. */
function shapesOf(described: Described): Described[] {
  return described.matches
    ? [described, ...described.matches.flatMap(branchesOf).flatMap(shapesOf)]
    : [described];
}

function branchesOf({ schema, then, otherwise, switch: tests = [] }: Branch): Described[] {
  const own = [schema, then, otherwise].filter((branch) => branch !== undefined);
  return [...own, ...tests.flatMap(branchesOf)];
}
