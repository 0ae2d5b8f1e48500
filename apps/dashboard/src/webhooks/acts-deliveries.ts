import type { WebhookEvent } from "@sendex/sdk/generated/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Api } from "../api/api";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { useRefreshWebhooks } from "./use-refresh";

/** Tells the endpoint of something that never happened. @param onTold gets the delivery's id */
export function useTestEvent(id: string, onTold: (event: string) => void) {
  const { client } = useApi();
  const refresh = useRefreshWebhooks();
  return useMutation({
    mutationFn: (event: WebhookEvent) =>
      answered(client.POST("/api/v1/webhooks/{id}/test", { params: { path: { id } }, body: { event } })),
    onSuccess: ({ id: told }) => onTold(told),
    onError: sayProblem,
    onSettled: refresh,
  });
}

export function useReplay(id: string) {
  const { t } = useTranslation("webhooks");
  const { client } = useApi();
  const refresh = useRefreshWebhooks();
  return useMutation({
    mutationFn: (part: string) =>
      answered(client.POST("/api/v1/webhooks/{id}/events/{part}/replay", { params: { path: { id, part } } })),
    onSuccess: () => say(t("replay.done")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** Tells the endpoint again all that it did not take since a moment, however much that is. */
export function useReplayAll(id: string, onReplayed: () => void) {
  const { t } = useTranslation("webhooks");
  const api = useApi();
  const refresh = useRefreshWebhooks();
  return useMutation({
    mutationFn: (since: string) => replayAll(api, id, since),
    onSuccess(count) {
      say(t("replayAll.done", { count }));
      onReplayed();
    },
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** An endpoint keeps 10,000 events at most, and each call takes 1,000: what fails anew meanwhile waits for another time. */
const MOST_CALLS = 12;

async function replayAll({ client }: Api, id: string, since: string): Promise<number> {
  let count = 0;
  for (let call = 0; call < MOST_CALLS; call++) {
    const asked = client.POST("/api/v1/webhooks/{id}/replay", { params: { path: { id } }, body: { since } });
    const { replayed, has_more } = await answered(asked);
    count += replayed;
    if (!has_more) break;
  }
  return count;
}
