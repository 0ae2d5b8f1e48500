import type { Alert, AlertRule } from "@sendex/sdk/generated/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { alertsKey } from "./queries";

/** Says that the person looks after it. */
export function useAcknowledge() {
  const { t } = useTranslation("alerts");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id }: Alert) =>
      answered(client.POST("/api/v1/alerts/{id}/acknowledge", { params: { path: { id } } })),
    onSuccess: () => say(t("acknowledged")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** Switches a rule, or sets its threshold. */
export function useChangeRule({ kind }: AlertRule) {
  const { t } = useTranslation("alerts");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (change: { enabled?: boolean; threshold?: number }) =>
      answered(client.PATCH("/api/v1/alerts/rules", { body: { [kind]: change } })),
    onSuccess: () => say(t("saved")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** Whether alerts are mailed to the person. */
export function useChooseMail() {
  const { t } = useTranslation("alerts");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (wanted: boolean) => answered(client.PATCH("/api/v1/alerts/mail", { body: { wanted } })),
    onSuccess: () => say(t("saved")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

function useRefresh(): () => Promise<unknown> {
  const api = useApi();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: alertsKey(api) }),
      queries.invalidateQueries({ queryKey: [...api.scope, "overview"] }),
    ]);
}
