import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { chosenVersions } from "../comparing";
import { Comparison } from "../parts/versions/comparison";
import { Restore } from "../parts/versions/restore";
import { VersionList } from "../parts/versions/version-list";
import classes from "../parts/versions/versions.module.css";
import { templateQuery, versionsQuery } from "../queries";

export function VersionsPage() {
  const { t } = useTranslation("templates");
  const { id } = useParams({ from: "/shell/templates/$id/versions" });
  const view = useSearch({ from: "/shell/templates/$id/versions" });
  const api = useApi();
  const template = useQuery(templateQuery(api, id));
  const versions = useQuery(versionsQuery(api, id));
  const crumbs = (
    <Crumb to="/templates/$id" params={{ id }}>
      {template.data?.name ?? t("template")}
    </Crumb>
  );
  return (
    <Shown of={versions} frame={{ title: t("versions.title"), crumbs }}>
      {({ data }) => {
        const { shown, other } = chosenVersions(data, view);
        const newest = data[0];
        const old = shown && newest && shown !== newest;
        return (
          <Page
            wide
            title={t("versions.title")}
            lead={t("versions.lead")}
            crumbs={crumbs}
            actions={old && <Restore templateId={id} version={shown.version} newest={newest.version} />}
          >
            <div className={classes.columns}>
              <VersionList versions={data} shown={shown} />
              {shown && other ? (
                <Comparison templateId={id} shown={shown} other={other} versions={data} />
              ) : (
                <EmptyState icon={History} title={t("versions.one")}>
                  {t("versions.oneLead")}
                </EmptyState>
              )}
            </div>
          </Page>
        );
      }}
    </Shown>
  );
}
