import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import type { ApiKey } from "../queries";
import classes from "./columns.module.css";
import { ModeBadge } from "./mode-badge";

export function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation("access");
  const { id, hint, mode, permission, domains, rate_limit, created_at, last_used_at } = apiKey;
  return (
    <Facts
      facts={[
        [t("column.mode"), <ModeBadge key="mode" mode={mode} />],
        [
          t("column.hint"),
          <code key="hint" className={classes.hint}>
            {hint}
          </code>,
        ],
        [t("column.permission"), t(`permission.${permission}`)],
        [t("column.domains"), domains.length === 0 ? t("allDomains") : domains.join(", ")],
        [t("column.rate"), rate_limit === null ? t("rateDefault") : t("rate", { count: rate_limit })],
        [t("column.used"), last_used_at === null ? t("never") : <RelativeTime at={last_used_at} />],
        [t("created"), <RelativeTime key="created" at={created_at} />],
        [t("id"), <Copyable key="id" text={id} />],
      ]}
    />
  );
}
