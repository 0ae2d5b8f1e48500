import { channel } from "node:diagnostics_channel";
import type { QueryConfig } from "pg";
import type { Parameter } from "./parameters";

/** What a statement's author names, and what stands for it in the text. */
type Parameters<Values> = { [Name in keyof Values]: Parameter<Values[Name]> };
type Places<Values> = { [Name in keyof Values]: string };

/** A statement whose text is done; given its values by name, it can be asked. */
export type Statement<Values> = (values: Values) => QueryConfig;

/** What PostgreSQL must find in a statement. Listeners get it while modules load: a test prepares all statements. */
export interface Declared {
  name: string | undefined;
  text: string;
  /** Of `$1`, `$2` and so on. */
  types: string[];
}
export const DECLARED = "sendex:statement";
const declared = channel(DECLARED);

/**
 * Declares a statement that each connection prepares once, under `name`. Its parameters are declared by name and type;
 * `write` gets what stands for each in the text: `$n` for one value, `unnest(…) AS name(column, …)` for a set of rows.
 */
export function statement<Values extends object>(
  name: string,
  parameters: Parameters<Values>,
  write: (places: Places<Values>) => string,
): Statement<Values> {
  return declare(name, parameters, write);
}

/** The same for a statement that is planned each time, for its values, or that is used too rarely to be kept. */
export function unpreparedStatement<Values extends object>(
  parameters: Parameters<Values>,
  write: (places: Places<Values>) => string,
): Statement<Values> {
  return declare(undefined, parameters, write);
}

/** Notes a value of a composed statement, of this type; what stands for it in the text. */
export type Place = <Value>(type: Parameter<Value>, value: Value) => string;

/**
 * A statement whose text is known only when it is asked: it has the name of a partition in it, or conditions in more
 * combinations than can be declared. Listeners get it each time.
 */
export function composed(write: (place: Place) => string): QueryConfig {
  const types: string[] = [];
  const values: unknown[] = [];
  const text = write((type, value) => {
    const place = type.write("", types.length + 1);
    types.push(...type.types);
    values.push(...type.valuesOf(value));
    return place;
  });
  declared.publish({ name: undefined, text, types } satisfies Declared);
  return { text, values };
}

function declare<Values extends object>(
  name: string | undefined,
  parameters: Parameters<Values>,
  write: (places: Places<Values>) => string,
): Statement<Values> {
  const names: (keyof Values & string)[] = [];
  const places: Partial<Places<Values>> = {};
  const types: string[] = [];
  for (const parameter in parameters) {
    names.push(parameter);
    places[parameter] = parameters[parameter].write(parameter, types.length + 1);
    types.push(...parameters[parameter].types);
  }
  // The parse boundary: the loop has written every place.
  const text = write(places as Places<Values>);
  declared.publish({ name, text, types } satisfies Declared);
  return (values) => ({
    ...(name === undefined ? {} : { name }),
    text,
    values: names.flatMap((parameter) => parameters[parameter].valuesOf(values[parameter])),
  });
}
