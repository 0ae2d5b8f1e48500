import { parse } from "node:querystring";
import { Refusal } from "./refusal";

/** The parameters of an AWS Query call. */
export interface QueryParams {
  /** Undefined when absent. */
  get(name: string): string | undefined;
  /** Throws the refusal AWS gives when it is absent. */
  need(name: string): string;
  /** `Prefix.member.1`, `Prefix.member.2`, … as far as they go without a gap. */
  members(prefix: string): string[];
  /** The same for members with fields of their own: `Prefix.member.N.Field`. */
  records(prefix: string, fields: string[]): Record<string, string>[];
}

export function readQueryParams(body: Buffer): QueryParams {
  const all = parse(body.toString("latin1"), "&", "=", { maxKeys: 0 });
  const get = (name: string): string | undefined => {
    const value = all[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return {
    get,
    need(name) {
      const value = get(name);
      if (value === undefined || value === "") throw missing(name);
      return value;
    },
    members: (prefix) => counted((n) => get(`${prefix}.member.${n}`)),
    records: (prefix, fields) =>
      counted((n) => {
        const present = fields.map((field) => [field, get(`${prefix}.member.${n}.${field}`)] as const);
        if (present.every(([, value]) => value === undefined)) return undefined;
        return Object.fromEntries(present.map(([field, value]) => [field, value ?? ""]));
      }),
  };
}

function counted<T>(at: (n: number) => T | undefined): T[] {
  const values: T[] = [];
  for (let value = at(1); value !== undefined; value = at(values.length + 1)) values.push(value);
  return values;
}

function missing(name: string): Refusal {
  return new Refusal(
    "ValidationError",
    `Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
}
