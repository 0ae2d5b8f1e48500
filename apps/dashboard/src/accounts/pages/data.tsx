import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { Erase } from "../parts/erase";
import { ExportAll } from "../parts/export-all";
import { SettingsFrame } from "../parts/frame";
import { KeepContent } from "../parts/keep-content";
import { Retention } from "../parts/retention";
import classes from "../parts/settings.module.css";
import { accountQuery } from "../queries";

export function DataPage() {
  const { t } = useTranslation("accounts");
  const account = useQuery(accountQuery(useApi()));
  const [mayExport, mayErase] = [useMay("admin"), useMay("owner")];
  return (
    <SettingsFrame part="data">
      <Shown of={account}>
        {(found) => (
          <div className={classes.reading}>
            <Section title={t("content.title")}>
              <KeepContent account={found} />
            </Section>
            <Section title={t("retention.title")}>
              <Retention keeps={found.keep_content} />
            </Section>
            {mayExport && (
              <Section title={t("export.title")}>
                <ExportAll />
              </Section>
            )}
            {mayErase && (
              <Section title={t("erase.title")}>
                <Erase account={found} />
              </Section>
            )}
          </div>
        )}
      </Shown>
    </SettingsFrame>
  );
}
