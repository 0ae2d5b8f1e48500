import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/api";
import { audiencesKey } from "./queries";

/** Has everything about contacts read anew. */
export function useRefresh(): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: audiencesKey(api) });
}
