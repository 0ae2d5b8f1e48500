import { asProblem, problemOf } from "./problem";

interface Options {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * A request that speaks for no account (signing in and out, operators), or that the API's description does not have. → the answer's JSON, undefined where it has none.
 * Throws a Problem.
 */
export async function plain(
  path: string,
  { method = "GET", body, headers, signal }: Options = {},
): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: { Accept: "application/json", ...(body !== undefined && JSON_BODY), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((failure: unknown) => {
    throw asProblem(failure);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response, answer);
  return answer;
}

const JSON_BODY = { "Content-Type": "application/json" };
