import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { RelativeTime } from "../../ui/time/relative-time";
import type { OperatorAccount } from "../answers";
import { historyOf } from "../history";
import classes from "./operators.module.css";

/** Suspensions that were lifted and pauses that were resumed. */
export function AccountHistory({ history }: Pick<OperatorAccount, "history">) {
  const { t } = useTranslation("operators");
  const past = historyOf(history);
  if (past.length === 0) return null;
  return (
    <Section title={t("history.title")}>
      {past.map(({ id, kind, reason, note, begun, ended, by }) => (
        <div key={`${id} ${begun}`} className={classes.line}>
          <div>
            {t(`history.${kind}`)} {kind === "pause" && <span className={classes.mono}>{id}</span>}
            <p className={classes.reason}>{reason}</p>
            {note && <p className={classes.note}>{t("history.note", { note })}</p>}
          </div>
          <div className={classes.aside}>
            <RelativeTime at={begun} />
            {ended && (
              <div>
                {t("history.ended")} <RelativeTime at={ended} />
              </div>
            )}
            {by && <div>{by}</div>}
          </div>
        </div>
      ))}
    </Section>
  );
}
