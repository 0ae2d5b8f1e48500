import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, openGuest } from "../api/client";
import { plain } from "../api/plain";
import { SESSION_KEY } from "../session/session";
import { GUEST } from "./entering";

/** Where a reset mail's link may be asked for; the answer is the same whether or not somebody has the address. */
export function useForgotten() {
  return useMutation({
    meta: GUEST,
    mutationFn: (email: string) =>
      plain("/api/auth/request-password-reset", { method: "POST", body: { email } }),
  });
}

export function useReset() {
  return useMutation({
    meta: GUEST,
    mutationFn: (body: { token: string; newPassword: string }) =>
      plain("/api/auth/reset-password", { method: "POST", body }),
  });
}

/** The account is in the list of a session that there is already. */
export function useAccept() {
  const queries = useQueryClient();
  return useMutation({
    meta: GUEST,
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
    mutationFn: (body: { token: string; name?: string; password?: string }) =>
      answered(openGuest().POST("/api/v1/invitations/accept", { body })),
  });
}

export interface NewUser {
  email: string;
  password: string;
  name: string;
  account_name: string;
}

export function useSignUp() {
  return useMutation({
    meta: GUEST,
    mutationFn: (body: NewUser) => answered(openGuest().POST("/api/v1/sign-up", { body })),
  });
}

export function useConfirm() {
  return useMutation({
    meta: GUEST,
    mutationFn: (token: string) => answered(openGuest().POST("/api/v1/sign-up/confirm", { body: { token } })),
  });
}

/** Single sign-on: goes to the other side, which comes back with a session or with `?error=` on the sign-in page. */
export function useOidc(next: string) {
  return useMutation({
    meta: GUEST,
    mutationFn: () =>
      plain("/api/auth/sign-in/social", {
        method: "POST",
        body: { provider: "oidc", callbackURL: next, errorCallbackURL: "/sign-in" },
      }),
    onSuccess(answer) {
      if (typeof answer === "object" && answer !== null && "url" in answer)
        location.assign(String(answer.url));
    },
  });
}
