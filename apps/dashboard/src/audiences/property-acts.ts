import type { ContactProperty, paths } from "@sendex/sdk/generated/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem, sayWithUndo } from "../ui/feedback/toast";
import { useRefresh } from "./use-refresh";

type Post = paths["/api/v1/contact-properties"]["post"]["requestBody"]["content"];
type NewProperty = Post["application/json"];

/** A refusal is the form's to show. */
export function useMakeProperty(onMade: () => void) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: NewProperty) => answered(client.POST("/api/v1/contact-properties", { body })),
    onSuccess(_, { key }) {
      say(t("property.made", { key }));
      onMade();
    },
    onSettled: refresh,
  });
}

/** A refusal is the field's to show. */
export function useSetFallback({ id }: ContactProperty) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (fallback_value: string | number | null) =>
      answered(
        client.PATCH("/api/v1/contact-properties/{id}", {
          params: { path: { id } },
          body: { fallback_value },
        }),
      ),
    onSuccess: () => say(t("saved")),
    onSettled: refresh,
  });
}

/** Contacts keep their values, so that all of it can be undone. */
export function useRemoveProperty(property: ContactProperty) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  const { id, key } = property;
  const back = usePutBack(property);
  return useMutation({
    mutationFn: () =>
      answered(client.DELETE("/api/v1/contact-properties/{id}", { params: { path: { id } } })),
    onSuccess: () => sayWithUndo(t("property.removed", { key }), () => back.mutate()),
    onError: sayProblem,
    onSettled: refresh,
  });
}

function usePutBack({ key, type, fallback_value }: ContactProperty) {
  const { t } = useTranslation("audiences");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () =>
      answered(client.POST("/api/v1/contact-properties", { body: { key, type, fallback_value } })),
    onSuccess: () => say(t("property.made", { key })),
    onError: sayProblem,
    onSettled: refresh,
  });
}
