import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import type { Role } from "../session/session";
import { SESSION_KEY } from "../session/session";
import { say, sayProblem } from "../ui/feedback/toast";
import { invitationsKey, membersKey } from "./queries";

export function useChangeRole() {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const refresh = useRefreshMembers();
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) =>
      answered(client.PATCH("/api/v1/members/{id}", { params: { path: { id } }, body: { role } })),
    onSuccess: ({ email }) => say(t("members.changed", { email })),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** Of another, or of oneself. */
export function useRemoveMember() {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const refresh = useRefreshMembers();
  return useMutation({
    mutationFn: (id: string) => answered(client.DELETE("/api/v1/members/{id}", { params: { path: { id } } })),
    onSuccess: () => say(t("members.removed")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** @param onSent is told once the mail is on its way; a refusal is the form's to show */
export function useInvite(onSent: () => void) {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const refresh = useRefreshInvitations();
  return useMutation({
    mutationFn: (body: { email: string; role: Role }) =>
      answered(client.POST("/api/v1/invitations", { body })),
    onSuccess({ email }) {
      say(t("invitations.sent", { email }));
      onSent();
    },
    onSettled: refresh,
  });
}

export function useRevoke() {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const refresh = useRefreshInvitations();
  return useMutation({
    mutationFn: (id: string) =>
      answered(client.DELETE("/api/v1/invitations/{id}", { params: { path: { id } } })),
    onSuccess: () => say(t("invitations.revoked")),
    onError: sayProblem,
    onSettled: refresh,
  });
}

/** One's own role is in the session. */
function useRefreshMembers() {
  const api = useApi();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: membersKey(api) }),
      queries.invalidateQueries({ queryKey: SESSION_KEY }),
    ]);
}

function useRefreshInvitations() {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: invitationsKey(api) });
}
