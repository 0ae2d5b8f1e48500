import { useTranslation } from "react-i18next";
import { timeName } from "../../ui/chart/moments";
import { number, percent, shareOf } from "../../ui/chart/numbers";
import tip from "../../ui/chart/tip.module.css";
import { type Bar, LAYERS, layersOf } from "../bars";
import classes from "./bar-tip.module.css";

interface Props {
  bar: Bar;
  by: "hour" | "day";
  utc: boolean;
}

/** The figures of one column. */
export function BarTip({ bar: { at, counts }, by, utc }: Props) {
  const { t, i18n } = useTranslation("overview");
  const layers = layersOf(counts);
  return (
    <>
      <div className={tip.when}>
        {timeName(at, by, i18n.language, utc)} {utc && "UTC"}
      </div>
      <div className={tip.line} data-sum>
        <span>{t("counted.sent")}</span>
        <span>{number(counts.sent, i18n.language)}</span>
      </div>
      {LAYERS.map((layer) => (
        <div key={layer} className={tip.line}>
          <span className={tip.name}>
            <i className={classes.dot} data-layer={layer} /> {t(`counted.${layer}`)}
          </span>
          <span>
            {number(layers[layer], i18n.language)}
            <em>{shareText(layers[layer], counts.sent, i18n.language)}</em>
          </span>
        </div>
      ))}
    </>
  );
}

function shareText(part: number, whole: number, language: string): string {
  const share = shareOf(part, whole);
  return share === undefined ? "" : percent(share, language);
}
