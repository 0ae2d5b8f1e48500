import { useTranslation } from "react-i18next";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Domain } from "../queries";
import { countNeeded } from "../verdict";
import classes from "./state.module.css";

/** Where the domain stands, in sentences. */
export function State({ domain }: { domain: Domain }) {
  const { t } = useTranslation("domains");
  const { status, checked_at, verified_at } = domain;
  const { seen, all } = countNeeded(domain);
  return (
    <div className={classes.state} data-status={status} role="status">
      <p>
        {status === "verified" && t("state.verified")}
        {status === "pending" &&
          (all === 0 ? t("state.preparing") : t("state.pending", { seen, count: all }))}
        {status === "failed" && t("state.failed", { seen, count: all })}
      </p>
      <p className={classes.times}>
        {verified_at !== null && (
          <span>
            {t("verifiedAt")} <RelativeTime at={verified_at} />
          </span>
        )}
        <span>
          {t("column.checked")}: {checked_at === null ? t("neverChecked") : <RelativeTime at={checked_at} />}
        </span>
        {status === "pending" && <span>{t("state.itself")}</span>}
      </p>
    </div>
  );
}
