import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { plain } from "../api/plain";
import { SESSION_KEY } from "../session/session";

/** A request of somebody who is not signed in: its 401 is no expired session. */
export const GUEST = { signsIn: true };

export interface Credentials {
  email: string;
  password: string;
}

/** @param next a path of ours; @param onSecondFactor is told where the password alone does not open the door */
export function useSignIn(next: string, onSecondFactor: () => void) {
  const enter = useEnter(next);
  return useMutation({
    meta: GUEST,
    mutationFn: (body: Credentials) => plain("/api/auth/sign-in/email", { method: "POST", body }),
    onSuccess: (answer) => (wantsSecondFactor(answer) ? onSecondFactor() : enter()),
  });
}

/** A code of the app, or one of the recovery codes, each of which works once. */
export function useSecondFactor(next: string) {
  const enter = useEnter(next);
  return useMutation({
    meta: GUEST,
    mutationFn: ({ code, recovery }: { code: string; recovery: boolean }) =>
      plain(`/api/auth/two-factor/${recovery ? "verify-backup-code" : "verify-totp"}`, {
        method: "POST",
        body: { code },
      }),
    onSuccess: enter,
  });
}

/** Goes where the person wanted to go, with a session that is read anew. */
function useEnter(next: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    await queries.resetQueries({ queryKey: SESSION_KEY });
    router.history.push(next);
  };
}

function wantsSecondFactor(answer: unknown): boolean {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "twoFactorRedirect" in answer &&
    answer.twoFactorRedirect === true
  );
}
