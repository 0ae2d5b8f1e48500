import { isObject, type Loose } from "@sendex/kit/loose";
import { wellFormed } from "@sendex/kit/text";
import type { FieldError } from "../../error";

const COLOR = /^#[0-9a-f]{6}$/i;
/** A link that begins with a scheme names one of these; scripts and data are none. */
const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const SCHEMES = ["http", "https", "mailto", "tel", "sms"];

/**
 * Reads an object of JSON field by field, and notes what is wrong by its path. What is wrong is read as a value of its kind, so
 * that reading goes on.
 */
export class FieldReader {
  private readonly object: Loose;
  private readonly read = new Set<string>();

  constructor(
    given: unknown,
    private readonly path: string,
    private readonly errors: FieldError[],
  ) {
    this.object = isObject(given) ? given : {};
    if (!isObject(given)) this.note(path, "type", "must be an object.");
  }

  has(name: string): boolean {
    this.read.add(name);
    return (this.object[name] ?? null) !== null;
  }

  text(name: string, most: number): string {
    const value = this.value(name);
    if (typeof value !== "string") this.fail(name, "type", "must be a string.");
    else if (value.length > most) this.fail(name, "too_long", `has at most ${most} characters.`);
    else if (value.includes("\0") || wellFormed(value) !== value)
      this.fail(name, "format", "must be Unicode text without NUL characters.");
    else return value;
    return "";
  }

  link(name: string, most: number): string {
    const value = this.text(name, most).trim();
    const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
    if (scheme !== undefined && !SCHEMES.includes(scheme))
      this.fail(name, "format", `must begin with one of ${SCHEMES.map((one) => `${one}:`).join(", ")}.`);
    return value;
  }

  color(name: string): string {
    const value = this.value(name);
    if (typeof value === "string" && COLOR.test(value)) return value.toLowerCase();
    this.fail(name, "format", "must be a colour like #1f2328.");
    return "#000000";
  }

  flag(name: string): boolean {
    if (!this.has(name)) return false;
    const value = this.value(name);
    if (typeof value !== "boolean") this.fail(name, "type", "must be true or false.");
    return value === true;
  }

  number(name: string, least: number, most: number): number {
    const value = this.value(name);
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    this.fail(name, "range", `must be a whole number from ${least} to ${most}.`);
    return least;
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.value(name);
    const found = words.find((word) => word === value);
    if (found === undefined) this.fail(name, "unknown", `must be one of ${words.join(", ")}.`);
    return found;
  }

  optional<Value>(name: string, read: (field: FieldReader) => Value): Value | undefined {
    return this.has(name) ? read(this.inside(name, this.value(name))) : undefined;
  }

  list<Value>(name: string, most: number, read: (one: FieldReader) => Value): Value[] {
    return this.array(name, this.value(name), [0, most]).map((one, i) =>
      read(this.inside(`${name}[${i}]`, one)),
    );
  }

  /** Lists in a list: so many, or so many at least and at most. */
  lists<Value>(
    name: string,
    size: number | readonly [number, number],
    read: (one: FieldReader) => Value,
  ): Value[][] {
    const bounds = typeof size === "number" ? ([size, size] as const) : size;
    return this.array(name, this.value(name), bounds).map((one, i) =>
      this.array(`${name}[${i}]`, one, [0, MAX_ENTRIES]).map((entry, j) =>
        read(this.inside(`${name}[${i}][${j}]`, entry)),
      ),
    );
  }

  /** What was not asked for is not known. */
  end(): void {
    for (const name of Object.keys(this.object))
      if (!this.read.has(name)) this.fail(name, "unknown", "is not a field here.");
  }

  fail(name: string, code: string, rest: string): void {
    this.note(`${this.path}.${name}`, code, rest);
  }

  private value(name: string): unknown {
    this.read.add(name);
    return this.object[name];
  }

  private array(name: string, value: unknown, [least, most]: readonly [number, number]): unknown[] {
    if (Array.isArray(value) && value.length >= least && value.length <= most) return value as unknown[];
    const many = least === most ? `${most}` : `at most ${most}`;
    const code = Array.isArray(value) && value.length > most ? "too_many" : "type";
    this.fail(name, code, `must be a list of ${many}.`);
    return [];
  }

  private inside(name: string, value: unknown): FieldReader {
    return new FieldReader(value, `${this.path}.${name}`, this.errors);
  }

  private note(field: string, code: string, rest: string): void {
    this.errors.push({ field, code, message: `${field} ${rest}` });
  }
}

const MAX_ENTRIES = 200;
