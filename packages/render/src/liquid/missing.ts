import { Context, type Drop, type Scope } from "liquidjs";

/** A value that a template needs and nobody gave. */
export interface MissingValue {
  /** As the template's author wrote it: `item.price`. */
  written: string;
  /** From the values given: `items[1].price`. The same as `written` where it does not stand in them. */
  path: string;
}

type Key = string | number | Drop;

/** The language forgives an error of this name where `if` or `default` asks. */
export class NoValue extends Error {
  override readonly name = "InternalUndefinedVariableError";

  constructor(readonly value: MissingValue) {
    super(`undefined variable: ${value.written}`);
  }
}

const MAX_MISSING = 50;
const MAX_NAME = 120;

/** Values where null is as missing as what is absent. */
export class Values extends Context {
  /** A condition or a `default` asks whether there is a value: it may be missing. */
  asks = false;
  /** Absent: what is missing ends the rendering. Else it is noted here by its path, and reads as nothing. */
  missing?: Map<string, MissingValue>;
  private places?: Places;

  override *_getFromScope(scope: unknown, path: Key[] | string, strict = this.strictVariables) {
    const keys = typeof path === "string" ? path.split(".") : path;
    let found = scope;
    for (const [i, key] of keys.entries()) {
      const parent = found;
      // The language reads of texts and of nothing, too.
      found = yield this.readProperty(parent as Scope, key);
      if (!strict || (found !== undefined && found !== null)) continue;
      const value = this.describe(scope, parent, keys.map(String), i);
      if (!this.missing) throw new NoValue(value);
      if (!this.asks && this.missing.size < MAX_MISSING) this.missing.set(value.path, value);
      return undefined;
    }
    return found;
  }

  /** For filters like `where`, which ask whether there is a value. */
  override spawn(scope?: object): Context {
    const context = super.spawn(scope);
    context.strictVariables = false;
    return context;
  }

  /** `keys` lead from `scope` to what is needed; the one at `i` is not there in `parent`. */
  private describe(scope: unknown, parent: unknown, keys: string[], i: number): MissingValue {
    const written = shortName(keys.map((key, at) => step(key, at > 0)));
    const given = scope === this.environments || scope === this.globals;
    const place = given ? undefined : placeOf(parent, (this.places ??= placesIn(this.environments)));
    const path = place ? shortName([...place, ...keys.slice(i).map((key) => step(key, true))]) : written;
    return { written, path };
  }
}

/** Where each object and list of the values stands. */
type Places = Map<unknown, { parent: unknown; key: string }>;

function placesIn(values: object): Places {
  const places: Places = new Map();
  const left: object[] = [values];
  for (let parent = left.pop(); parent; parent = left.pop()) {
    for (const [key, value] of Object.entries(parent) as [string, unknown][]) {
      if (typeof value !== "object" || value === null || places.has(value)) continue;
      places.set(value, { parent, key });
      left.push(value);
    }
  }
  return places;
}

function placeOf(part: unknown, places: Places): string[] | undefined {
  const steps: string[] = [];
  for (let at = places.get(part); at; at = places.get(at.parent))
    steps.unshift(step(at.key, places.has(at.parent)));
  return steps.length > 0 ? steps : undefined;
}

function step(key: string, inside: boolean): string {
  if (/^\d+$/.test(key)) return `[${key}]`;
  if (!/^[\w-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
  return inside ? `.${key}` : key;
}

function shortName(steps: string[]): string {
  return steps.join("").slice(0, MAX_NAME);
}
