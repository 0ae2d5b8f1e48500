import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { answered } from "../api/client";
import { sayProblem } from "../ui/feedback/toast";
import { save } from "../ui/table/export-csv";
import type { ImportForm } from "./import-file";
import { readBadRows } from "./queries";
import { useRefresh } from "./use-refresh";

export interface ImportWish extends Pick<ImportForm, "column_map" | "on_conflict" | "segments"> {
  file: File;
}

/** Uploads a file of contacts; the answer comes when it is stored. A refusal is the form's to show. */
export function useImport(onQueued: () => void) {
  const { client } = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ file, ...wish }: ImportWish) =>
      answered(
        client.POST("/api/v1/contacts/imports", {
          body: { ...wish, file: file.name },
          bodySerializer: () => formOf(file, wish),
        }),
      ),
    onSuccess: onQueued,
    onSettled: refresh,
  });
}

function formOf(file: File, wish: Omit<ImportWish, "file">): FormData {
  const form = new FormData();
  // The file last: what is wrong with the rest is then known before it is sent.
  for (const [name, value] of Object.entries(wish))
    form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  form.append("file", file);
  return form;
}

/** Saves the rows of a file that were not taken. */
export function useSaveBadRows(id: string) {
  const { t } = useTranslation("audiences");
  const api = useApi();
  return useMutation({
    mutationFn: () => readBadRows(api, id),
    onSuccess: (csv) => save(`${t("import.badRowsFile")}.csv`, csv),
    onError: sayProblem,
  });
}
