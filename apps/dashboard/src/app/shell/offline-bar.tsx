import { useNetwork } from "@mantine/hooks";
import { CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./offline-bar.module.css";

/** Says that what is shown is not of now. */
export function OfflineBar() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status">
      {!online && (
        <div className={classes.bar}>
          <CloudOff size={14} aria-hidden />
          {t("offline")}
        </div>
      )}
    </div>
  );
}
