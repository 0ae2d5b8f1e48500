import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import type { NewKey } from "./new-key";
import { type ApiKey, keysKey } from "./queries";

/** A refusal is the form's to show; the answer has the token. */
export function useMakeKey() {
  const api = useApi();
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: (body: NewKey) => answered(api.client.POST("/api/v1/api-keys", { body })),
    onSettled: refresh,
  });
}

/** @param onChanged is told once it is done; a refusal is the form's to show */
export function useChangeKey(id: string, onChanged: () => void) {
  const { t } = useTranslation("access");
  const api = useApi();
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: (body: Partial<Pick<ApiKey, "name" | "rate_limit">>) =>
      answered(api.client.PATCH("/api/v1/api-keys/{id}", { params: { path: { id } }, body })),
    onSuccess() {
      say(t("change.done"));
      onChanged();
    },
    onSettled: refresh,
  });
}

/** From the next request on no program can call with it. */
export function useRevokeKey(onRevoked: () => void) {
  const { t } = useTranslation("access");
  const api = useApi();
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: ({ id }: ApiKey) =>
      answered(api.client.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } } })),
    onSuccess(_, { name }) {
      say(t("revoke.done", { name }));
      onRevoked();
    },
    onError: sayProblem,
    onSettled: refresh,
  });
}

function useRefreshKeys(): () => Promise<void> {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: keysKey(api) });
}
