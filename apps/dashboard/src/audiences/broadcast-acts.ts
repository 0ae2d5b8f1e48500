import type { NewBroadcast } from "@sendex/sdk/generated/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { say, sayProblem } from "../ui/feedback/toast";
import { type BroadcastDraft, bodyOf } from "./broadcast-draft";
import { broadcastQuery } from "./broadcast-queries";
import { useRefresh } from "./use-refresh";

/** Makes a draft and opens it; a refusal is the form's to show. */
export function useMakeBroadcast() {
  const { client } = useApi();
  const navigate = useNavigate();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: NewBroadcast) => answered(client.POST("/api/v1/broadcasts", { body })),
    async onSuccess({ id }) {
      await refresh();
      void navigate({ to: "/broadcasts/$id", params: { id } });
    },
  });
}

export function useDuplicateBroadcast() {
  const { t } = useTranslation("broadcasts");
  const { client } = useApi();
  const navigate = useNavigate();
  const refresh = useRefresh();
  return useMutation({
    mutationFn({ id, notReached }: { id: string; notReached?: boolean }) {
      const body = { ...(notReached && { not_reached: true }) };
      return answered(client.POST("/api/v1/broadcasts/{id}/duplicate", { params: { path: { id } }, body }));
    },
    async onSuccess({ id }, { notReached }) {
      await refresh();
      say(t(notReached ? "again.done" : "duplicate.done"));
      void navigate({ to: "/broadcasts/$id", params: { id } });
    },
    onError: sayProblem,
  });
}

/** @param onRemoved leaves its page, before that is asked for anew */
export function useRemoveBroadcast(id: string, onRemoved?: () => void) {
  const { t } = useTranslation("broadcasts");
  const api = useApi();
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answered(api.client.DELETE("/api/v1/broadcasts/{id}", { params: { path: { id } } })),
    onSuccess() {
      say(t("remove.done"));
      onRemoved?.();
      queries.removeQueries({ queryKey: broadcastQuery(api, id).queryKey });
      void refresh();
    },
    onError: sayProblem,
  });
}

/** Stores a part of the draft. Resolves once what is stored has been read anew. */
export function useSaveBroadcast(id: string) {
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    async mutationFn(changes: Partial<BroadcastDraft>) {
      const params = { path: { id } };
      await answered(client.PATCH("/api/v1/broadcasts/{id}", { params, body: bodyOf(changes) }));
      await refresh();
    },
  });
}

interface TestMail {
  to: string[];
  /** Whose values it has; undefined: a sample reader's. */
  contact: string | undefined;
  variant: "b" | undefined;
}

/** Sends what is stored to a few addresses. → the first message's id */
export function useTestBroadcast(id: string) {
  const { client } = useApi();
  return useMutation({
    async mutationFn({ to, contact, variant }: TestMail) {
      const body = { to, ...(contact !== undefined && { contact }), ...(variant && { variant }) };
      const params = { path: { id } };
      const { data } = await answered(client.POST("/api/v1/broadcasts/{id}/test", { params, body }));
      return data[0]?.id;
    },
  });
}

/** Sends what is stored, now or at a time (ISO 8601); a refusal is the dialog's to show. */
export function useSendBroadcast(id: string, onSent: () => void) {
  const { t } = useTranslation("broadcasts");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    async mutationFn(at: string | undefined) {
      const body = { ...(at !== undefined && { scheduled_at: at }) };
      await answered(client.POST("/api/v1/broadcasts/{id}/send", { params: { path: { id } }, body }));
      onSent();
      await refresh();
    },
    onSuccess: (_, at) => say(t(at === undefined ? "send.done" : "send.scheduled")),
  });
}

/** Has the rest of the contacts get this subject. */
export function useDecideSubject(id: string) {
  const { t } = useTranslation("broadcasts");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (winner: "a" | "b") =>
      answered(client.POST("/api/v1/broadcasts/{id}/decide", { params: { path: { id } }, body: { winner } })),
    onSuccess: () => say(t("second.done")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** Stops it, has it go on, or ends it. */
export function useDriveBroadcast(id: string) {
  const { t } = useTranslation("broadcasts");
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    async mutationFn(act: "pause" | "resume" | "cancel") {
      const params = { path: { id } };
      if (act === "pause") await answered(client.POST("/api/v1/broadcasts/{id}/pause", { params }));
      if (act === "resume") await answered(client.POST("/api/v1/broadcasts/{id}/resume", { params }));
      if (act === "cancel") await answered(client.POST("/api/v1/broadcasts/{id}/cancel", { params }));
      await refresh();
    },
    onSuccess: (_, act) => say(t(`${act}.done`)),
    onError: sayProblem,
    onSettled: refresh,
  });
}
