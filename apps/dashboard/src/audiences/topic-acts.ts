import type { paths, Topic } from "@sendex/sdk/generated/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { useRefresh } from "./use-refresh";

export type NewTopic = paths["/api/v1/topics"]["post"]["requestBody"]["content"]["application/json"];

/** Makes a topic, or changes the given one, whose default stays; a refusal is the form's to show. */
export function useWriteTopic(topic: Topic | undefined, onWritten: () => void) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn({ name, description = "", default_subscription }: NewTopic) {
      if (!topic)
        return answered(
          client.POST("/api/v1/topics", {
            body: { name, default_subscription, ...(description !== "" && { description }) },
          }),
        );
      const body = { name, description };
      return answered(client.PATCH("/api/v1/topics/{id}", { params: { path: { id: topic.id } }, body }));
    },
    onSuccess(_, { name }) {
      say(topic ? t("saved") : t("topics.made", { name }));
      onWritten();
    },
    onSettled: refresh,
  });
}

export function useRemoveTopic({ id, name }: Topic) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answered(client.DELETE("/api/v1/topics/{id}", { params: { path: { id } } })),
    onSuccess: () => say(t("removed", { name })),
    onError: sayProblem,
    onSettled: refresh,
  });
}
