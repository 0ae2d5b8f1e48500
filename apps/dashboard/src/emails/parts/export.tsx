import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { say, sayProblem } from "../../ui/feedback/toast";
import { save, toCsv } from "../../ui/table/export-csv";
import type { EmailFilters } from "../filters";
import { MOST_EXPORTED, readAll } from "../queries";
import { emailColumns } from "./columns";

/** Saves what the filters leave, as far as the browser can hold it. */
export function ExportEmails({ filters }: { filters: EmailFilters }) {
  const { t } = useTranslation(["emails", "ui"]);
  const api = useApi();
  const exporting = useMutation({
    mutationFn: () => readAll(api, filters),
    onSuccess(emails) {
      save("emails.csv", toCsv(emailColumns(t), emails));
      if (emails.length >= MOST_EXPORTED) say(t("exportedMost", { count: MOST_EXPORTED }));
    },
    onError: sayProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<Download size={14} />}
      loading={exporting.isPending}
      onClick={() => exporting.mutate()}
    >
      {t("ui:export")}
    </Button>
  );
}
