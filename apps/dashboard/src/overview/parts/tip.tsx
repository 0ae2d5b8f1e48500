import { useTranslation } from "react-i18next";
import { type Bar, LAYERS, layersOf } from "../bars";
import { barName } from "../moments";
import { number, percent, shareOf } from "../shares";
import classes from "./tip.module.css";

interface Props {
  bar: Bar;
  by: "hour" | "day";
  utc: boolean;
  /** 0 to 1, of the width beside `left`. */
  place: number;
  left: number;
  width: number;
}

const TIP_PX = 196;

/** The figures of one column, beside it. */
export function Tip({ bar: { at, counts }, by, utc, place, left, width }: Props) {
  const { t, i18n } = useTranslation("overview");
  const layers = layersOf(counts);
  const x = left + place * (width - left);
  const beside = x + TIP_PX + 16 > width ? x - TIP_PX - 16 : x + 16;
  return (
    <div className={classes.tip} role="status" style={{ left: Math.max(0, beside), width: TIP_PX }}>
      <div className={classes.when}>
        {barName(at, by, i18n.language, utc)} {utc && "UTC"}
      </div>
      <div className={classes.line} data-sum>
        <span>{t("counted.sent")}</span>
        <span>{number(counts.sent, i18n.language)}</span>
      </div>
      {LAYERS.map((layer) => (
        <div key={layer} className={classes.line}>
          <span className={classes.name}>
            <i data-layer={layer} /> {t(`counted.${layer}`)}
          </span>
          <span>
            {number(layers[layer], i18n.language)}
            <em>{shareText(layers[layer], counts.sent, i18n.language)}</em>
          </span>
        </div>
      ))}
    </div>
  );
}

function shareText(part: number, whole: number, language: string): string {
  const share = shareOf(part, whole);
  return share === undefined ? "" : percent(share, language);
}
