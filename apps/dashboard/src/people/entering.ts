import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { plain } from "../api/plain";
import { SESSION_KEY } from "../session/session";

/** A request of somebody who is not signed in: its 401 is no expired session. */
const META = { signsIn: true };

export interface Credentials {
  email: string;
  password: string;
}

/** Whether a second factor is wanted before there is a session. */
export function useSignIn(onSecondFactor: () => void) {
  const enter = useEnter();
  return useMutation({
    meta: META,
    mutationFn: (body: Credentials) => plain("/api/auth/sign-in/email", { method: "POST", body }),
    onSuccess: (answer) => (wantsSecondFactor(answer) ? onSecondFactor() : enter()),
  });
}

/** A code of the app, or one of the recovery codes, each of which works once. */
export function useSecondFactor() {
  const enter = useEnter();
  return useMutation({
    meta: META,
    mutationFn: ({ code, recovery }: { code: string; recovery: boolean }) =>
      plain(`/api/auth/two-factor/${recovery ? "verify-backup-code" : "verify-totp"}`, {
        method: "POST",
        body: { code },
      }),
    onSuccess: enter,
  });
}

/** Posts what a page of people outside asks for. */
export function usePost<Body>(path: string, onSuccess?: () => void) {
  return useMutation({
    meta: META,
    mutationFn: (body: Body) => plain(path, { method: "POST", body }),
    ...(onSuccess && { onSuccess }),
  });
}

/** Goes where the person wanted to go, with a session that is read anew. */
export function useEnter() {
  const queries = useQueryClient();
  const router = useRouter();
  return async () => {
    const next = router.state.location.search.next ?? "/overview";
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
