import type { operations } from "./generated/api";

/** What a single call may be given beside its arguments. */
export interface Options {
  /** Makes repeating a POST safe; sending without one gets one, so that retries send once. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Makes an operation's method. */
export type Bind = <Id extends keyof operations, Path extends string>(
  id: Id,
  method: "get" | "post" | "patch" | "delete",
  path: Path,
  takes: "body" | "query" | "nothing",
  keyed?: "keyed",
) => Method<operations[Id], Path>;

/** What stands in the path comes first, then the body or the query, then the options. */
export type Method<Described extends Operation, Path extends string> = (
  ...given: [...Ids<Path>, ...Input<Described>, options?: Options]
) => Promise<Answer<Described>>;

/** As openapi-typescript writes an operation. */
type Operation = operations[keyof operations];

type Ids<Path extends string> = Path extends `${string}{${string}}${infer Rest}`
  ? [id: string, ...Ids<Rest>]
  : [];

type Input<Described extends Operation> =
  IsNever<Body<Described>> extends false
    ? undefined extends Described["requestBody"]
      ? [body?: Body<Described>]
      : [body: Body<Described>]
    : IsNever<Query<Described>> extends false
      ? [query?: Query<Described>]
      : [];

type Body<Described extends Operation> = Sent<NonNullable<Described["requestBody"]>>;
type Query<Described extends Operation> = NonNullable<Described["parameters"]["query"]>;
/** Only answers to what succeeded are described there. */
type Answer<Described extends Operation> = Shown<Described["responses"][keyof Described["responses"]]>;

/** What can be had as CSV too is JSON unless it is asked for otherwise. */
type Shown<Part> = Part extends { content: { "application/json": infer Inside } }
  ? Inside
  : Part extends { content: { "text/csv": infer Text } }
    ? Text
    : never;

/** A form with a file is sent as the caller has made it. */
type Sent<Part> = Part extends { content: { "application/json": infer Inside } }
  ? Inside
  : Part extends { content: { "multipart/form-data": unknown } }
    ? FormData
    : never;
type IsNever<Type> = [Type] extends [never] ? true : false;
