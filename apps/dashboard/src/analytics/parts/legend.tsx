import { useTranslation } from "react-i18next";
import type { Span } from "../span";
import { rangeName } from "../when";
import classes from "./chart.module.css";

/** Which line is of which days. */
export function Legend({ span }: { span: Span }) {
  const { i18n } = useTranslation("analytics");
  const { before, granularity } = span;
  return (
    <div className={classes.legend}>
      <Key line="line" text={rangeName(span, granularity, i18n.language)} />
      {before && <Key line="before" text={rangeName(before, granularity, i18n.language)} />}
    </div>
  );
}

function Key({ line, text }: { line: "line" | "before"; text: string }) {
  const { t } = useTranslation("analytics");
  return (
    <span className={classes.key}>
      <svg width={22} height={8} aria-hidden>
        <path className={classes[line]} d="M2,4h18" />
      </svg>
      <span>
        {t(`legend.${line}`)} {text}
      </span>
    </span>
  );
}
