import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download, Plus, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { sayProblem } from "../../ui/feedback/toast";
import { save } from "../../ui/table/export-csv";
import type { Filters } from "../filters";
import { readCsv } from "../queries";

interface Props {
  filters: Filters;
  /** The person may change the list. */
  may: boolean;
  open(name: "new" | "import"): void;
}

export function ListActions({ filters, may, open }: Props) {
  const { t } = useTranslation(["suppressions", "ui"]);
  const api = useApi();
  const exporting = useMutation({
    mutationFn: () => readCsv(api, filters),
    onSuccess: (csv) => save("suppressions.csv", csv),
    onError: sayProblem,
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Download size={14} />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t("ui:export")}
      </Button>
      {may && (
        <Button variant="default" leftSection={<Upload size={14} />} onClick={() => open("import")}>
          {t("import.action")}
        </Button>
      )}
      {may && (
        <Button leftSection={<Plus size={14} />} onClick={() => open("new")}>
          {t("add.action")}
        </Button>
      )}
    </>
  );
}
