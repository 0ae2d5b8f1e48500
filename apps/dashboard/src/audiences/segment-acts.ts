import type { NewSegmentRule, Segment } from "@sendex/sdk/generated/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { useRefresh } from "./use-refresh";

/** Makes a segment, or changes the given one; a refusal is the form's to show. */
export function useWriteSegment(segment: Segment | undefined, onWritten: () => void) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { name: string; rule?: NewSegmentRule }) =>
      answered(
        segment
          ? client.PATCH("/api/v1/segments/{id}", { params: { path: { id: segment.id } }, body })
          : client.POST("/api/v1/segments", { body }),
      ),
    onSuccess(_, { name }) {
      say(segment ? t("saved") : t("segments.made", { name }));
      onWritten();
    },
    onSettled: refresh,
  });
}

export function useRemoveSegment({ id, name }: Segment) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answered(client.DELETE("/api/v1/segments/{id}", { params: { path: { id } } })),
    onSuccess: () => say(t("removed", { name })),
    onError: sayProblem,
    onSettled: refresh,
  });
}
