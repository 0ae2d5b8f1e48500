import { useTranslation } from "react-i18next";
import { SentenceWithTimes } from "../../ui/time/sentence";
import { RelativeTime } from "../../ui/time/relative-time";
import { signOf } from "./signs";
import classes from "./story.module.css";

interface Props {
  at?: string;
  code: string;
  /** In English, as the API writes it. */
  text: string;
  recipient?: string;
  /** The recipient is named, as there are several. */
  named: boolean;
  /** It is still to come. */
  ahead?: boolean;
}

export function Step({ at, code, text, recipient, named, ahead = false }: Props) {
  const { t } = useTranslation("emails");
  const { icon: Icon, meaning } = signOf(code);
  return (
    <li className={classes.step} data-ahead={ahead}>
      <span className={classes.sign} data-meaning={ahead ? "idle" : meaning}>
        <Icon size={13} strokeWidth={2.25} aria-hidden />
      </span>
      <div className={classes.words}>
        <div className={classes.line}>
          <SentenceWithTimes text={text} />
          <span className={classes.at}>{at ? <RelativeTime at={at} /> : ahead && t("story.next")}</span>
        </div>
        {named && recipient && <div className={classes.to}>{recipient}</div>}
      </div>
    </li>
  );
}
