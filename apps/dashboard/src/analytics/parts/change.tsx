import { Minus, TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changeOf } from "../comparing";
import { said, saidChange } from "../formats";
import type { Metric } from "../metrics";
import classes from "./change.module.css";

interface Props {
  metric: Metric;
  now: number | null;
  before: number | null;
}

/** How a figure differs from the one before: by sign and number, and by a word for those who see no colour. */
export function Change({ metric, now, before }: Props) {
  const { t, i18n } = useTranslation("analytics");
  const change = changeOf(metric, now, before);
  if (!change) return null;
  const { by, unit, meaning } = change;
  const Sign = by === 0 ? Minus : by > 0 ? TrendingUp : TrendingDown;
  const text = saidChange(change, i18n.language);
  const word = meaning === "neither" ? "" : t(`meaning.${meaning}`);
  const was = t("was", { figure: said(metric, before, i18n.language) });
  return (
    <span className={classes.change} data-meaning={meaning} title={[word, was].filter(Boolean).join(", ")}>
      <Sign size={13} aria-hidden />
      {unit === "points" ? t("points", { points: text }) : text}
      {word && <span className="only-read-aloud">{word}</span>}
    </span>
  );
}
