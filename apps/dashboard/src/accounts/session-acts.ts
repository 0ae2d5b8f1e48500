import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { SESSIONS_KEY } from "./queries";

/** Ends these sessions, from their next request on. */
export function useEndSessions() {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) =>
      Promise.all(
        ids.map((id) => answered(client.DELETE("/api/v1/sessions/{id}", { params: { path: { id } } }))),
      ),
    onSuccess: (ended) => say(t("sessions.ended", { count: ended.length })),
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
}
