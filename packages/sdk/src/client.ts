import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import { SendexApiError } from "./errors";
import { streamEvents, type StreamedEvent, type StreamOptions } from "./events";
import { methods } from "./generated/api";
import type { Bind, Options } from "./operation";
import { type Patience, retrying } from "./retry";

export interface ClientOptions extends Patience {
  /** `sk_live_…` or `sk_test_…` */
  apiKey: string;
  /** Where the API is, without a path: `https://mail.example.com`. */
  baseUrl: string;
}

/** Every operation of the API, by its id: `client.emails.send(…)`. */
export type Client = ReturnType<typeof methods> & {
  events: {
    /** Follow events as they happen: `for await (const event of client.events.stream()) …`. `GET /api/v1/events/stream` */
    stream(options?: StreamOptions): AsyncGenerator<StreamedEvent, void, undefined>;
  };
};

/** A client of one key. Its methods reject with SendexApiError on a refusal and SendexConnectionError without an answer. */
export function openSendex({ apiKey, baseUrl, ...patience }: ClientOptions): Client {
  const http = createClient<AnyPaths>({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}`, "user-agent": "sendex-sdk" },
    redirect: "error",
    fetch: retrying(patience),
  });
  const bind: Bind = (_id, method, path, takes, keyed) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const run = async (...given: unknown[]): Promise<unknown> => {
      const ids = Object.fromEntries(names.map((name, i) => [name, String(given[i])]));
      const [input, options] =
        takes === "nothing" ? [undefined, given[names.length]] : given.slice(names.length);
      // What the method's type lets be given; the type of what it brings is the description's.
      const { signal, headers, idempotencyKey = keyed && randomUUID() } = (options ?? {}) as Options;
      const { data, error, response } = await http.request(method, path, {
        params: { path: ids, ...(takes === "query" && { query: input as Query }) },
        ...(takes === "body" && { body: input }),
        headers: { ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }), ...headers },
        ...(signal && { signal }),
        parseAs: "text",
      });
      if (!response.ok) throw new SendexApiError(response.status, response.headers, error);
      return valueOf(response, data);
    };
    return run as ReturnType<typeof bind<typeof _id, typeof path>>;
  };
  const { fetch: send } = patience;
  const connection = { apiKey, baseUrl, ...(send && { fetch: send }) };
  return Object.assign(methods(bind), {
    events: { stream: (options?: StreamOptions) => streamEvents(connection, options) },
  });
}

/** JSON as what it says, and CSV as text. */
function valueOf(response: Response, text: unknown): unknown {
  const isText = /^(text|message)\//.test(response.headers.get("content-type") ?? "");
  return isText || typeof text !== "string" || text === "" ? text : (JSON.parse(text) as unknown);
}

type Query = Record<string, unknown>;

/** An API of which nothing is known: `Method` knows each operation. */
type AnyPaths = Record<string, Record<"get" | "post" | "patch" | "delete", AnyOperation>>;

interface AnyOperation {
  parameters: { path?: Record<string, string>; query?: Query };
  requestBody?: { content: { "application/json": unknown } };
  responses: Record<number, { content: { "application/json": unknown } }>;
}
