import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { bodyOf, type Draft } from "./draft";
import { templatesKey } from "./queries";
import type { Values } from "./template";

type WithName = Partial<Draft> & { name: string };

/** Makes a template and opens it; a refusal is the form's to show. */
export function useCreate() {
  const { client } = useApi();
  const navigate = useNavigate();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (draft: WithName) =>
      answered(client.POST("/api/v1/templates", { body: { ...bodyOf(draft), name: draft.name } })),
    async onSuccess({ id }) {
      await refresh();
      void navigate({ to: "/templates/$id", params: { id } });
    },
  });
}

export function useDuplicate() {
  const { t } = useTranslation("templates");
  const { client } = useApi();
  const navigate = useNavigate();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      answered(client.POST("/api/v1/templates/{id}/duplicate", { params: { path: { id } } })),
    async onSuccess({ id }) {
      await refresh();
      say(t("duplicate.done"));
      void navigate({ to: "/templates/$id", params: { id } });
    },
    onError: sayProblem,
  });
}

export function useDelete(onDeleted?: () => void) {
  const { t } = useTranslation("templates");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) =>
      answered(client.DELETE("/api/v1/templates/{id}", { params: { path: { id } } })),
    onSuccess() {
      say(t("delete.done"));
      onDeleted?.();
    },
    onError: sayProblem,
    onSettled: () => refresh(),
  });
}

/** Stores a part of the draft. Resolves once what is stored has been read anew. */
export function useSave(id: string) {
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    async mutationFn(changes: Partial<Draft>) {
      const params = { path: { id } };
      await answered(client.PATCH("/api/v1/templates/{id}", { params, body: bodyOf(changes) }));
      await refresh();
    },
  });
}

export function usePublish(id: string) {
  const { t } = useTranslation("templates");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answered(client.POST("/api/v1/templates/{id}/publish", { params: { path: { id } } })),
    onSuccess: () => say(t("publish.done")),
    onError: sayProblem,
    onSettled: () => refresh(),
  });
}

export interface TestMail {
  to: string[];
  values: Values;
}

/** Sends the newest version, as it is stored. → the message's id */
export function useTestMail(id: string) {
  const { client } = useApi();
  return useMutation({
    async mutationFn(body: TestMail) {
      const params = { path: { id } };
      const sent = await answered(client.POST("/api/v1/templates/{id}/test", { params, body }));
      return sent.id;
    },
  });
}

/** Reads everything of templates anew but the previews, which hold of their words for ever. */
function useRefresh() {
  const api = useApi();
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      queryKey: templatesKey(api),
      predicate: ({ queryKey }) => !queryKey.includes("preview"),
    });
}
