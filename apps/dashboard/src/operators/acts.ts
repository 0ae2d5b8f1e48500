import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SESSION_KEY } from "../session/session";
import { say, sayProblem } from "../ui/feedback/toast";
import { useAdmin } from "./admin";
import type { Decision, Tier } from "./answers";
import { ADMIN_KEY } from "./queries";

export interface Change {
  path: string;
  method?: "POST" | "PATCH";
  body: object;
}

/** What an operator does. All that operators see is read anew afterwards. @param quiet a form shows the refusal */
function useAct<Input>(change: (input: Input) => Change, done?: () => void, quiet = false) {
  const { t } = useTranslation("operators");
  const admin = useAdmin();
  const queries = useQueryClient();
  return useMutation({
    mutationFn(input: Input) {
      const { path, method = "POST", body } = change(input);
      return admin(path, { method, body });
    },
    onSuccess() {
      say(t("acted"));
      done?.();
    },
    ...(!quiet && { onError: sayProblem }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ADMIN_KEY }),
        // The operator may be a member of the account.
        queries.invalidateQueries({ queryKey: SESSION_KEY }),
      ]),
  });
}

export const useSuspend = (id: string, done: () => void) =>
  useAct((reason: string) => ({ path: `/accounts/${id}/suspend`, body: { reason } }), done, true);

export const useReinstate = (id: string, done: () => void) =>
  useAct((note: string) => ({ path: `/accounts/${id}/reinstate`, body: { note } }), done, true);

/** @param guideline recipients a day; null: the tier's */
export interface Limits {
  tier: Tier;
  guideline: number | null;
}

export const useSetLimits = (id: string, done: () => void) =>
  useAct((body: Limits) => ({ path: `/accounts/${id}`, method: "PATCH", body }), done, true);

/** @param amount null: unlimited from now on */
export interface Grant {
  amount: number | null;
  note: string;
}

export const useGrant = (id: string, done: () => void) =>
  useAct((body: Grant) => ({ path: `/accounts/${id}/credits`, body }), done, true);

export const useResume = (account: string) =>
  useAct((source: string) => ({ path: `/accounts/${account}/pauses/${source}/resume`, body: {} }));

export const useDecideCase = (id: string, done: () => void) =>
  useAct((body: { decision: Decision; note: string }) => ({ path: `/cases/${id}`, body }), done, true);

export const useDecideAppeal = (id: string, done: () => void) =>
  useAct(
    (body: { decision: "grant" | "deny"; note: string }) => ({ path: `/appeals/${id}`, body }),
    done,
    true,
  );

/** `retry`: it goes again with all its chances. `release`: it is given up for good. */
export type Remedy = "retry" | "release";

export const useResolve = () =>
  useAct(({ id, remedy }: { id: string; remedy: Remedy }) => ({
    path: `/dead-letters/${id}`,
    body: { remedy },
  }));
