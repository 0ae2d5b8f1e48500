import type { paths } from "@sendex/sdk/generated/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem, sayWithUndo } from "../ui/feedback/toast";
import { type Suppression, suppressionsKey } from "./queries";

type Import = paths["/api/v1/suppressions/import"]["post"];
export type Report = Import["responses"]["200"]["content"]["application/json"];
type ImportBody = Import["requestBody"]["content"]["application/json"];

/** Puts a list of addresses on the list; what is wrong with a row is in the report. */
export function useImport() {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: ImportBody): Promise<Report> =>
      answered(api.client.POST("/api/v1/suppressions/import", { body })),
    onSettled: refresh,
  });
}

/** Takes an address off the list, with a way back unless it complained. */
export function useRemove(onRemoved?: () => void) {
  const { t } = useTranslation("suppressions");
  const api = useApi();
  const refresh = useRefresh();
  const back = usePutBack();
  return useMutation({
    mutationFn({ id, reason }: Suppression) {
      const query = reason === "complaint" ? { confirm: reason } : {};
      return answered(api.client.DELETE("/api/v1/suppressions/{id}", { params: { path: { id }, query } }));
    },
    onSuccess(_, suppression) {
      const done = t("remove.done", { email: suppression.email });
      if (suppression.reason === "complaint") say(done);
      else sayWithUndo(done, () => back.mutate(suppression));
      onRemoved?.();
    },
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** The same address for the same reason; that it came of a report is gone with the old entry. */
function usePutBack() {
  const { t } = useTranslation("suppressions");
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn({ email, reason, expires_at }: Suppression) {
      const body = { email, reason, ...(expires_at !== null && { expires_at }) };
      return answered(api.client.POST("/api/v1/suppressions", { body }));
    },
    onSuccess: ({ email }) => say(t("remove.undone", { email })),
    onError: sayProblem,
    onSettled: refresh,
  });
}

function useRefresh(): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: suppressionsKey(api) });
}
