import { CircleDashed, CircleDot, Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";
import type { Editing } from "../../use-editing";

/** What is sent now, and what is not yet. */
export function State({ editing: { template, dirty } }: { editing: Editing }) {
  const { t } = useTranslation("templates");
  const { published_version: published, has_unpublished_versions: drafted, version } = template;
  return (
    <>
      {published !== null && (
        <Badge meaning="good" icon={Check}>
          {t("state.published", { version: published })}
        </Badge>
      )}
      {drafted && (
        <Badge meaning="idle" icon={CircleDashed}>
          {t("state.draft", { version })}
        </Badge>
      )}
      {dirty && (
        <Badge meaning="late" icon={CircleDot}>
          {t("state.unsaved")}
        </Badge>
      )}
    </>
  );
}
