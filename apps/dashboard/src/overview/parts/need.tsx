import { useTranslation } from "react-i18next";
import { LinkButton } from "../../ui/page/link-button";
import { type Need, signOf } from "../attention";
import classes from "./needs.module.css";
import { useSentence } from "./use-sentence";

/** A thing that needs somebody: what it is, with its numbers, and the way to mend it. */
export function NeedItem({ need }: { need: Need }) {
  const { t } = useTranslation("overview");
  const sentence = useSentence(need);
  const { icon: Icon, meaning, link } = signOf(need);
  return (
    <li className={classes.need}>
      <span className={classes.sign} data-meaning={meaning}>
        <Icon size={15} strokeWidth={2} aria-hidden />
      </span>
      <div className={classes.words}>
        <div className={classes.name}>{t(`need.${need.kind}`)}</div>
        <div className={classes.sentence}>{sentence}</div>
      </div>
      <LinkButton {...link} variant="default" className={classes.action}>
        {t(`mend.${need.kind}`)}
      </LinkButton>
    </li>
  );
}
