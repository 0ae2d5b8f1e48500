import { ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./new-emails.module.css";

/** What came while somebody reads further down the list. */
export function NewEmails({ count, show }: { count: number; show: () => void }) {
  const { t } = useTranslation("emails");
  return (
    <div className={classes.place} role="status">
      {count > 0 && (
        <button type="button" className={classes.pill} onClick={show}>
          <ArrowUp size={14} aria-hidden />
          {t("news", { count })}
        </button>
      )}
    </div>
  );
}
