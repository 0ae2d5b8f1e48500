import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { plain } from "../api/plain";

/** Ends the session and forgets everything that was read by it. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => plain("/api/auth/sign-out", { method: "POST", body: {} }),
    async onSuccess() {
      await navigate({ to: "/sign-in" });
      queries.clear();
    },
  });
}
