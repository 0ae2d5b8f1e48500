import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { sayProblem } from "../../ui/feedback/toast";
import { save } from "../../ui/table/export-csv";
import type { LogFilters } from "../filters";
import { readCsv } from "../queries";

/** Saves what the filters leave, as the API writes it. */
export function ExportLogs({ filters }: { filters: LogFilters }) {
  const { t } = useTranslation("ui");
  const api = useApi();
  const exporting = useMutation({
    mutationFn: () => readCsv(api, filters),
    onSuccess: (csv) => save("logs.csv", csv),
    onError: sayProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<Download size={14} />}
      loading={exporting.isPending}
      onClick={() => exporting.mutate()}
    >
      {t("export")}
    </Button>
  );
}
