import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";

/** Asks for a decision by a person; a refusal is the form's to show. */
export function useAppeal() {
  const { t } = useTranslation("reputation");
  const { client, scope } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (message: string) => answered(client.POST("/api/v1/account/appeals", { body: { message } })),
    onSuccess: () => say(t("appeal.sent")),
    onSettled: () => queries.invalidateQueries({ queryKey: [...scope, "account"] }),
  });
}

/** Lets a paused key or template go on. */
export function useResume() {
  const { t } = useTranslation("reputation");
  const { client, scope } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answered(client.POST("/api/v1/account/pauses/{id}/resume", { params: { path: { id } } })),
    onSuccess: () => say(t("pause.resumed")),
    onError: sayProblem,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [...scope, "account"] }),
        queries.invalidateQueries({ queryKey: [...scope, "overview"] }),
      ]),
  });
}
