import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Workshop } from "../parts/editor/workshop";
import { templateQuery } from "../queries";

export function TemplatePage() {
  const { t } = useTranslation("templates");
  const { id } = useParams({ from: "/shell/templates/$id" });
  const template = useQuery(templateQuery(useApi(), id));
  const crumbs = <Crumb to="/templates">{t("title")}</Crumb>;
  return (
    <Shown of={template} frame={{ title: t("template"), crumbs }}>
      {(found) => <Workshop key={found.id} template={found} />}
    </Shown>
  );
}
