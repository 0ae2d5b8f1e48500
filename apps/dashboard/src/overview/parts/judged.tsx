import type { Overview } from "@sendex/sdk/generated/api";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { BounceRateCard } from "./bounce-rate";
import classes from "./judged.module.css";
import { Today } from "./today";

/** What the account is judged by; test mail is not. */
export function Judged({ overview: { mode, bounce_rate, today } }: { overview: Overview }) {
  const { t } = useTranslation("overview");
  if (mode === "test")
    return (
      <p className={classes.note}>
        <FlaskConical size={15} aria-hidden /> <span>{t("notJudged")}</span>
      </p>
    );
  return (
    <div className={classes.pair}>
      <BounceRateCard rate={bounce_rate} />
      <Today today={today} />
    </div>
  );
}
