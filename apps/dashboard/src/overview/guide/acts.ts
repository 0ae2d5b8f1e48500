import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../api/api";
import { answered } from "../../api/client";
import { sayProblem } from "../../ui/feedback/toast";

/** A key of the world that is looked at, that sends and does nothing else. → its token, which is shown only now */
export function useMakeKey() {
  const { client, caller, scope } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      answered(
        client.POST("/api/v1/api-keys", { body: { name, permission: "send_only", mode: caller.mode } }),
      ),
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: [...scope, "api-keys"] }),
  });
}

export function useAddDomain() {
  const { client, scope } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answered(client.POST("/api/v1/domains", { body: { name } })),
    onSettled: () => queries.invalidateQueries({ queryKey: [...scope, "domains"] }),
  });
}

export interface FirstMail {
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** Sends as the person, without a key. */
export function useSendHere() {
  const { client, scope } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mail: FirstMail) => answered(client.POST("/api/v1/emails", { body: mail })),
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: [...scope, "emails"] }),
  });
}
