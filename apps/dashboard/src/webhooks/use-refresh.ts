import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/api";
import { webhooksKey } from "./queries";

/** Reads all that is shown of the endpoints anew. */
export function useRefreshWebhooks(): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: webhooksKey(api) });
}
