import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useAuditColumns } from "../../ui/audit/columns";
import { sayProblem } from "../../ui/feedback/toast";
import { save, toCsv } from "../../ui/table/export-csv";
import { readAllAudit } from "../audit";

export function ExportAudit() {
  const { t } = useTranslation("ui");
  const api = useApi();
  const columns = useAuditColumns().filter(({ id }) => id !== "account");
  const exporting = useMutation({
    mutationFn: () => readAllAudit(api),
    onSuccess: (entries) => save("audit-log.csv", toCsv(columns, entries)),
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
