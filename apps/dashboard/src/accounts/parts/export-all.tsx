import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useExportAll } from "../data-acts";
import classes from "./settings.module.css";

export function ExportAll() {
  const { t } = useTranslation("accounts");
  const exporting = useExportAll();
  return (
    <div className={classes.row}>
      <p className={classes.quiet}>{t("export.lead")}</p>
      <div className={classes.act}>
        <Button
          variant="default"
          leftSection={<Download size={14} />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          {t("export.action")}
        </Button>
      </div>
    </div>
  );
}
