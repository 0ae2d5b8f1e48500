import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Caller, type Client, openClient } from "./client";

/** What queries are made of. */
export interface Api {
  client: Client;
  caller: Caller;
  /** Begins every query's key, so that nothing of one account or mode is shown in another. */
  scope: readonly [account: string, mode: string];
}

const ApiContext = createContext<Api | undefined>(undefined);

export function ApiProvider({ caller, children }: { caller: Caller; children: ReactNode }) {
  const { accountId, mode, csrfToken } = caller;
  const api = useMemo<Api>(() => {
    const speaker = { accountId, mode, csrfToken };
    return { client: openClient(speaker), caller: speaker, scope: [accountId, mode] };
  }, [accountId, mode, csrfToken]);
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** Of the signed-in person's account and mode. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error("Only pages below the session have an API.");
  return api;
}
