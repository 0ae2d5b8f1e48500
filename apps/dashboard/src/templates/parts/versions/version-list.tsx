import { Link } from "@tanstack/react-router";
import { Check, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/text/badge";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { ListedVersion } from "../../template";
import classes from "./versions.module.css";

interface Props {
  versions: readonly ListedVersion[];
  shown: ListedVersion | undefined;
}

/** Every version, newest first; each leads to what it changed. */
export function VersionList({ versions, shown }: Props) {
  const { t } = useTranslation("templates");
  return (
    <nav aria-label={t("versions.title")}>
      <ol className={classes.list}>
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              from="/templates/$id/versions"
              to="."
              search={(last) => ({ ...last, version: version.version, against: undefined })}
              replace
              className={classes.version}
              aria-current={version === shown || undefined}
            >
              <span className={classes.line}>
                <span className={classes.number}>{t("versions.number", { version: version.version })}</span>
                {version.current && (
                  <Badge meaning="good" icon={Check}>
                    {t("versions.sent")}
                  </Badge>
                )}
                {version.published_at === null && (
                  <Badge meaning="idle" icon={CircleDashed}>
                    {t("status.draft")}
                  </Badge>
                )}
              </span>
              <span className={classes.quiet}>
                <RelativeTime at={version.published_at ?? version.created_at} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
