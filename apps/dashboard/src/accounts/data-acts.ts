import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { headersOf } from "../api/client";
import { plain } from "../api/plain";
import { SESSION_KEY } from "../session/session";
import { say, sayProblem } from "../ui/feedback/toast";

/** What concerns the whole account is asked of the live world, whichever is looked at. */
function useWholeAccount(): Record<string, string> {
  const { caller } = useApi();
  return headersOf({ ...caller, mode: "live" });
}

/** `POST /api/v1/account/export` */
interface ExportLink {
  /** Good for a while, without a cookie or a key. */
  download_url: string;
  expires_at: string;
}

/** Hands the browser everything the account has, as JSON lines, to save as it comes. */
export function useExportAll() {
  const { t } = useTranslation("accounts");
  const headers = useWholeAccount();
  return useMutation({
    async mutationFn() {
      const options = { method: "POST", headers } as const;
      return (await plain("/api/v1/account/export", options)) as ExportLink;
    },
    onSuccess({ download_url }) {
      const { pathname, search } = new URL(download_url);
      location.assign(pathname + search);
      say(t("export.begun"));
    },
    onError: sayProblem,
  });
}

/** @param onErased is told once the account is gone; a refusal is the form's to show */
export function useEraseAccount(onErased: () => void) {
  const { t } = useTranslation("accounts");
  const headers = useWholeAccount();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (confirm: string) =>
      plain("/api/v1/account/erase", { method: "POST", headers, body: { confirm } }),
    async onSuccess() {
      say(t("erase.done"));
      onErased();
      await queries.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
}
