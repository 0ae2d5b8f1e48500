import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Download, Plus, SlidersHorizontal, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { sayProblem } from "../../../ui/feedback/toast";
import { save } from "../../../ui/table/export-csv";
import type { ContactFilters } from "../../filters";
import { readCsv } from "../../queries";

interface Props {
  filters: ContactFilters;
  /** The person may change the list. */
  may: boolean;
  open(name: "new" | "import" | "properties"): void;
}

export function ListActions({ filters, may, open }: Props) {
  const { t } = useTranslation(["audiences", "ui"]);
  const api = useApi();
  const exporting = useMutation({
    mutationFn: () => readCsv(api, filters),
    onSuccess: (csv) => save("contacts.csv", csv),
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
      <Button
        variant="default"
        leftSection={<SlidersHorizontal size={14} />}
        onClick={() => open("properties")}
      >
        {t("properties.action")}
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
