import type { Attention } from "@sendex/sdk/generated/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useCurrent } from "../session/current";
import { SESSION_KEY } from "../session/session";

/** Reads the session anew where it does not know yet that the account was suspended or reinstated: the banner goes by it. */
export function useStandingNews(attention: Attention[] | undefined): void {
  const queries = useQueryClient();
  const { account } = useCurrent();
  const known = account.standing === "suspended";
  const suspended = attention?.some(({ kind }) => kind === "suspended");
  useEffect(() => {
    if (suspended !== undefined && suspended !== known)
      void queries.invalidateQueries({ queryKey: SESSION_KEY });
  }, [queries, suspended, known]);
}
