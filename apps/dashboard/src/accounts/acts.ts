import type { Account } from "@sendex/sdk/generated/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { SESSION_KEY } from "../session/session";
import { say, sayProblem, sayWithUndo } from "../ui/feedback/toast";
import { accountKey } from "./queries";

export type AccountChange = Partial<{
  name: string;
  keep_content: boolean;
  unknown_policy: Account["unknown_policy"];
  timezone: string;
  brand: { name: string | null; color: string | null; logo?: string | null };
}>;

interface Choice {
  now: Omit<AccountChange, "brand">;
  before: Omit<AccountChange, "brand">;
  /** It is not offered to take it back. */
  final?: boolean;
}

/** Saves a form's values; a refusal is the form's to show. */
export function useChangeAccount() {
  const { t } = useTranslation("accounts");
  const { client } = useApi();
  const queries = useQueryClient();
  const refresh = useRefreshAccount();
  return useMutation({
    mutationFn: (body: AccountChange) => answered(client.PATCH("/api/v1/account", { body })),
    async onSuccess() {
      say(t("saved"));
      // The account's name stands in the menu.
      await queries.invalidateQueries({ queryKey: SESSION_KEY });
    },
    onSettled: refresh,
  });
}

/** Saves a choice at once: it is shown before the API has answered, and can be taken back. */
export function useChoose() {
  const { t } = useTranslation("accounts");
  const api = useApi();
  const queries = useQueryClient();
  const refresh = useRefreshAccount();
  const choose = useMutation({
    mutationFn: ({ now }: Choice) => answered(api.client.PATCH("/api/v1/account", { body: now })),
    onMutate: ({ now }) =>
      queries.setQueryData<Account>(accountKey(api), (account) => account && { ...account, ...now }),
    onSuccess(_answer, { now, before, final }) {
      if (final) say(t("saved"));
      else sayWithUndo(t("saved"), () => choose.mutate({ now: before, before: now, final: true }));
    },
    onError: sayProblem,
    onSettled: refresh,
  });
  return choose;
}

function useRefreshAccount() {
  const api = useApi();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: accountKey(api) });
}
