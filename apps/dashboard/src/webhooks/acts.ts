import type { NewWebhook, Webhook, WebhookEvent } from "@sendex/sdk/generated/api";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { useRefreshWebhooks } from "./use-refresh";

/** A refusal is the form's to show; the answer has the secret. */
export function useCreateWebhook() {
  const { client } = useApi();
  const refresh = useRefreshWebhooks();
  return useMutation({
    mutationFn: (body: NewWebhook) => answered(client.POST("/api/v1/webhooks", { body })),
    onSettled: refresh,
  });
}

/** Another address or other events; a refusal is the form's to show. */
export function useEditWebhook(id: string, onEdited: () => void) {
  const { t } = useTranslation("webhooks");
  const { client } = useApi();
  const refresh = useRefreshWebhooks();
  return useMutation({
    mutationFn: (body: { endpoint: string; events?: WebhookEvent[] }) =>
      answered(client.PATCH("/api/v1/webhooks/{id}", { params: { path: { id } }, body })),
    onSuccess() {
      say(t("edit.done"));
      onEdited();
    },
    onSettled: refresh,
  });
}

export function useSwitchWebhook({ id }: Pick<Webhook, "id">) {
  const { t } = useTranslation("webhooks");
  const { client } = useApi();
  const refresh = useRefreshWebhooks();
  return useMutation({
    mutationFn: (status: Webhook["status"]) =>
      answered(client.PATCH("/api/v1/webhooks/{id}", { params: { path: { id } }, body: { status } })),
    onSuccess: ({ status }) => say(t(`switch.${status}`)),
    onError: sayProblem,
    onSettled: refresh,
  });
}

export function useDeleteWebhook({ id }: Pick<Webhook, "id">) {
  const { t } = useTranslation("webhooks");
  const { client } = useApi();
  const refresh = useRefreshWebhooks();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => answered(client.DELETE("/api/v1/webhooks/{id}", { params: { path: { id } } })),
    async onSuccess() {
      say(t("delete.done"));
      await navigate({ to: "/webhooks" });
      await refresh();
    },
    onError: sayProblem,
  });
}

/** The answer has the secret that holds; `expireNow` ends the former ones at once. */
export function useRotateSecret(id: string) {
  const { client } = useApi();
  return useMutation({
    mutationFn: (expireNow: boolean) =>
      answered(
        client.POST("/api/v1/webhooks/{id}/signing-secret/rotate", {
          params: { path: { id } },
          body: { expire_now: expireNow },
        }),
      ),
    onError: sayProblem,
  });
}
