import type { Email, NewEmail } from "@sendex/sdk/generated/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { copyOf } from "./copy";
import { readFiles } from "./files";
import { useRefreshEmail } from "./use-refresh";

export function useCancel(id: string) {
  const { t } = useTranslation("emails");
  const { client } = useApi();
  const refresh = useRefreshEmail(id);
  return useMutation({
    mutationFn: () => answered(client.POST("/api/v1/emails/{id}/cancel", { params: { path: { id } } })),
    onSuccess: () => say(t("cancel.done")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** @param onMoved is told once it is done; a refusal is the form's to show */
export function useMove(id: string, onMoved: () => void) {
  const { t } = useTranslation("emails");
  const { client } = useApi();
  const refresh = useRefreshEmail(id);
  return useMutation({
    mutationFn: (scheduled_at: string) =>
      answered(client.PATCH("/api/v1/emails/{id}", { params: { path: { id } }, body: { scheduled_at } })),
    onSuccess() {
      say(t("move.done"));
      onMoved();
    },
    onSettled: refresh,
  });
}

/** Takes an address off the suppression list; a complaint's entry wants its word. */
export function useUnsuppress(address: string) {
  const { t } = useTranslation("emails");
  const { client, scope } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      answered(
        client.DELETE("/api/v1/suppressions/{id}", {
          params: {
            path: { id: address.toLowerCase() },
            ...(reason === "complaint" && { query: { confirm: reason } }),
          },
        }),
      ),
    onSuccess: () => say(t("suppressed.removed", { address })),
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: [...scope, "suppressions"] }),
  });
}

/** Posts the same message once more, as a new one, to those it has not reached; then shows that one. */
export function useSendAgain(email: Email) {
  const { t } = useTranslation("emails");
  const api = useApi();
  const navigate = useNavigate();
  return useMutation({
    async mutationFn() {
      const body: NewEmail = { ...copyOf(email), attachments: await readFiles(api, email.id) };
      return answered(api.client.POST("/api/v1/emails", { body }));
    },
    onSuccess({ id }) {
      say(t("again.done"));
      void navigate({ to: "/emails/$id", params: { id } });
    },
    onError: sayProblem,
  });
}
