import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import classes from "./mode.module.css";

/** Says on every page that this is not the live world. */
export function TestBand() {
  const { t } = useTranslation();
  const { mode, choose } = useCurrent();
  if (mode === "live") return null;
  return (
    <div className={classes.band} role="status">
      <span>{t("mode.testLead")}</span>
      <Link to="/sandbox">{t("mode.openInbox")}</Link>
      <button type="button" onClick={() => choose({ mode: "live" })}>
        {t("mode.toLive")}
      </button>
    </div>
  );
}
