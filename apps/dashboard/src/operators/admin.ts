import { plain } from "../api/plain";
import { useCurrent } from "../session/current";

interface Options {
  method?: "GET" | "POST" | "PATCH";
  body?: unknown;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
}

/** Asks `/admin`, for no account. Throws a Problem. */
export type Admin = <Answer>(path: string, options?: Options) => Promise<Answer>;

/** By the session of a person who is an operator. */
export function useAdmin(): Admin {
  const { csrfToken } = useCurrent();
  return async <Answer>(path: string, { query = {}, ...options }: Options = {}) => {
    const headers = { "X-Sendex-CSRF": csrfToken };
    // What it answers is described by the API, and tested there.
    return (await plain(`/admin${path}${searchOf(query)}`, { ...options, headers })) as Answer;
  };
}

function searchOf(query: NonNullable<Options["query"]>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}
