import type { Mode } from "@sendex/core/accepting/message";
import type { CreditKind } from "@sendex/core/credits";
import type { DomainStatus } from "@sendex/core/domains";

/** A parameter of a statement, given as a `Value`. */
export interface Parameter<Value> {
  /** PostgreSQL's types of its places, of which a set of rows has one a column. */
  types: string[];
  /** Stands in the text, its places being numbered from `first` on. */
  write: (name: string, first: number) => string;
  valuesOf: (value: Value) => unknown[];
}

/** A column of a set of rows: its type, and what it has of a row. */
export interface Column<Row> {
  type: string;
  read: (row: Row) => unknown;
}

/** A type: by itself that of one value, called with what reads it from a row that of a column. */
interface Type<Value> extends Parameter<Value> {
  <Row>(read: (row: Row) => Value): Column<Row>;
}

interface NullableType<Value> extends Type<Value> {
  orNull: Type<Value | null>;
}

export const text = nullable<string>("text");
export const int = nullable<number>("int");
export const smallint = nullable<number>("smallint");
/** As a number: ours stay below 2^53. */
export const bigint = nullable<number>("bigint");
export const float = nullable<number>("float8");
/** Written as JSON text. */
export const jsonb = typed<string>("jsonb");
export const boolean = nullable<boolean>("boolean");
export const timestamptz = nullable<Date>("timestamptz");
export const bytea = nullable<Buffer>("bytea");
export const mode = nullable<Mode>("mode");
export const domainStatus = nullable<DomainStatus>("domain_status");
export const creditKind = nullable<CreditKind>("credit_kind");

/** One parameter that is an array, for `= ANY (…)`. */
export function arrayOf<Value>({
  types: [type],
}: Type<Value>): Parameter<readonly Value[]> & { orNull: Parameter<readonly Value[] | null> } {
  const array = one<readonly Value[]>(`${type}[]`);
  return Object.assign(array, { orNull: one<readonly Value[] | null>(`${type}[]`) });
}

/** A set of rows, sent as an array a column; in the text a table of the parameter's name. */
export function rows<Row>(columns: Record<string, Column<Row>>): Parameter<readonly Row[]> {
  return rowSet(columns, []);
}

/** The same with a further column `i`, the row's ordinal from 1. */
export function numberedRows<Row>(columns: Record<string, Column<Row>>): Parameter<readonly Row[]> {
  return rowSet(columns, ["i"]);
}

function rowSet<Row>(columns: Record<string, Column<Row>>, ordinality: string[]): Parameter<readonly Row[]> {
  const all = Object.values(columns);
  const names = [...Object.keys(columns), ...ordinality].join(", ");
  const numbered = ordinality.length > 0 ? " WITH ORDINALITY" : "";
  return {
    types: all.map(({ type }) => `${type}[]`),
    write(name, first) {
      const arrays = all.map(({ type }, i) => `$${first + i}::${type}[]`).join(", ");
      return `unnest(${arrays})${numbered} AS ${name}(${names})`;
    },
    valuesOf: (given) => all.map(({ read }) => given.map(read)),
  };
}

function nullable<Value>(type: string): NullableType<Value> {
  return Object.assign(typed<Value>(type), { orNull: typed<Value | null>(type) });
}

function typed<Value>(type: string): Type<Value> {
  const column = <Row>(read: (row: Row) => Value): Column<Row> => ({ type, read });
  return Object.assign(column, one<Value>(type));
}

function one<Value>(type: string): Parameter<Value> {
  return { types: [type], write: (_, first) => `$${first}`, valuesOf: (value) => [value] };
}
