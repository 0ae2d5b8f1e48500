import type { paths } from "@sendex/sdk/generated/api";
import createClient, { type Middleware } from "openapi-fetch";
import { problemOf, asProblem } from "./problem";

/** The two worlds: what was sent with live and with test keys. */
export type Mode = "live" | "test";

/** Whom a request speaks for. The cookie says who the person is. */
export interface Caller {
  accountId: string;
  mode: Mode;
  csrfToken: string;
}

export type Client = ReturnType<typeof createClient<paths>>;

/** A client of the API that speaks for this account in this mode. */
export function openClient(caller: Caller): Client {
  const client = createClient<paths>({ baseUrl: globalThis.location.origin });
  client.use(speakingFor(caller));
  return client;
}

/** A client that speaks for no account: of somebody's session, or of nobody's. */
export function openGuest(): Client {
  return createClient<paths>({ baseUrl: globalThis.location.origin });
}

/** The headers of docs/dashboard.md "How it calls the API". */
export function headersOf({ accountId, mode, csrfToken }: Caller): Record<string, string> {
  return { "X-Sendex-Account": accountId, "X-Sendex-Mode": mode, "X-Sendex-CSRF": csrfToken };
}

function speakingFor(caller: Caller): Middleware {
  const headers = Object.entries(headersOf(caller));
  return {
    onRequest({ request }) {
      for (const [name, value] of headers) request.headers.set(name, value);
      return request;
    },
  };
}

/** What openapi-fetch resolves to. */
interface Result<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The answer's body, as JSON: for a list as CSV there is `answeredText`. Throws a Problem when the API refused or was not reached. */
export async function answered<Data>(
  asked: Promise<Result<Data>>,
): Promise<Exclude<NonNullable<Data>, string>> {
  const { data, error, response } = await asked.catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!response.ok || !isJson(data)) throw problemOf(response, error);
  return data;
}

/** The same of an answer that is text, such as a list as CSV. */
export async function answeredText(asked: Promise<Result<string>>): Promise<string> {
  const { data, error, response } = await asked.catch((failure: unknown) => {
    throw asProblem(failure);
  });
  if (!response.ok || data === undefined) throw problemOf(response, error);
  return data;
}

function isJson<Data>(data: Data): data is Exclude<NonNullable<Data>, string> {
  return data !== undefined && data !== null && typeof data !== "string";
}
