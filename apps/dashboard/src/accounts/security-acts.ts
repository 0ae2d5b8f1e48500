import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { plain } from "../api/plain";
import { SESSION_KEY } from "../session/session";
import { say } from "../ui/feedback/toast";
import { SESSIONS_KEY } from "./queries";

/** A wrong password or code is answered with 401: that is no session that has ended. */
const OWN_401 = { signsIn: true };

/** What an authenticator app is told, and the codes for when it is lost. Shown once. */
export interface Enrolment {
  /** `otpauth://totp/…` */
  totpURI: string;
  backupCodes: string[];
}

export function useRename() {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const refresh = useRefreshSession();
  return useMutation({
    mutationFn: (name: string) => answered(client.PATCH("/api/v1/session", { body: { name } })),
    onSuccess: () => say(t("saved")),
    onSettled: refresh,
  });
}

/** All other sessions end; this one goes on with a new cookie. */
export function useChangePassword() {
  const { t } = useTranslation("accounts");
  const refresh = useRefreshSession();
  return useMutation({
    meta: OWN_401,
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      plain("/api/auth/change-password", { method: "POST", body }),
    onSuccess() {
      say(t("password.changed"));
      return refresh();
    },
  });
}

/** Begins: nothing is asked at sign-in until a code has shown that the app knows the secret. */
export function useBeginTwoFactor() {
  return useMutation({
    meta: OWN_401,
    mutationFn: async (password: string) =>
      (await plain("/api/auth/two-factor/enable", { method: "POST", body: { password } })) as Enrolment,
  });
}

/** The session is read anew only once the person has kept her codes: `useRefreshSession`. */
export function useProveTwoFactor() {
  return useMutation({
    meta: OWN_401,
    mutationFn: (code: string) =>
      plain("/api/auth/two-factor/verify-totp", { method: "POST", body: { code } }),
  });
}

export function useEndTwoFactor(onEnded: () => void) {
  const { t } = useTranslation("accounts");
  const refresh = useRefreshSession();
  return useMutation({
    meta: OWN_401,
    mutationFn: (password: string) =>
      plain("/api/auth/two-factor/disable", { method: "POST", body: { password } }),
    onSuccess() {
      say(t("twoFactor.ended"));
      onEnded();
      return refresh();
    },
  });
}

/** The codes before are void. */
export function useNewCodes() {
  return useMutation({
    meta: OWN_401,
    mutationFn: async (password: string) =>
      (await plain("/api/auth/two-factor/generate-backup-codes", {
        method: "POST",
        body: { password },
      })) as Pick<Enrolment, "backupCodes">,
  });
}

/** The cookie may be a new one, and with it the token for writes. */
export function useRefreshSession() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: SESSION_KEY }),
      queries.invalidateQueries({ queryKey: SESSIONS_KEY }),
    ]);
}
