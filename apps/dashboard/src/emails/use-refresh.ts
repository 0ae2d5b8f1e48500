import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/api";
import { emailsKey } from "./queries";

/** Reads all that is shown of a message anew. */
export function useRefreshEmail(id: string): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [...emailsKey(api), id] });
}
