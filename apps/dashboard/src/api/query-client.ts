import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { asProblem, mayPass } from "./problem";

const FRESH_MS = 10_000;
const MOST_RETRIES = 2;
const UNAUTHORIZED = 401;

/**
 * @param sessionKey of the query that says whether there is a session: asked anew as soon as any other answer says that
 * there is none
 */
export function openQueryClient(sessionKey: readonly string[]): QueryClient {
  const heed = (failure: unknown, about?: unknown) => {
    if (asProblem(failure).status === UNAUTHORIZED && about !== sessionKey[0])
      void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (failure, { queryKey }) => heed(failure, queryKey[0]) }),
    mutationCache: new MutationCache({
      onError: (failure, _input, _before, { meta }) => {
        if (meta?.["signsIn"] !== true) heed(failure);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (count, failure) => count < MOST_RETRIES && mayPass(asProblem(failure)),
      },
    },
  });
  return client;
}
