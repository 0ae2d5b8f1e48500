import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bar } from "../bars";
import { number } from "../shares";
import classes from "./chart.module.css";
import { Columns } from "./columns";
import { Tip } from "./tip";

interface Props {
  bars: Bar[];
  by: "hour" | "day";
  /** The days are UTC's, not the viewer's. */
  utc: boolean;
}

/** Room for the numbers of the lines. */
const LEFT_PX = 44;

/** A column an hour or day; pointing at one, or going to it by the arrow keys, tells its figures. */
export function Chart({ bars, by, utc }: Props) {
  const { t, i18n } = useTranslation("overview");
  const { ref, width } = useElementSize();
  const [chosen, choose] = useState<number>();
  const sent = bars.reduce((sum, { counts }) => sum + counts.sent, 0);
  const last = bars.length - 1;
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Escape") choose(undefined);
    if (step === undefined) return;
    event.preventDefault();
    choose(Math.min(last, Math.max(0, (chosen ?? (step > 0 ? -1 : last + 1)) + step)));
  };
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left } = currentTarget.getBoundingClientRect();
    const at = Math.floor(((clientX - left - LEFT_PX) / (width - LEFT_PX)) * bars.length);
    choose(at < 0 || at > last ? undefined : at);
  };
  const bar = chosen === undefined ? undefined : bars[chosen];
  return (
    <div
      ref={ref}
      className={classes.chart}
      role="group"
      tabIndex={0}
      aria-label={t("chart", { count: bars.length, sent: number(sent, i18n.language) })}
      onKeyDown={move}
      onPointerMove={point}
      onPointerLeave={() => choose(undefined)}
      onBlur={() => choose(undefined)}
    >
      {width > 0 && <Columns {...{ bars, by, utc, width, chosen }} left={LEFT_PX} />}
      {bar && chosen !== undefined && (
        <Tip bar={bar} by={by} utc={utc} place={(chosen + 0.5) / bars.length} left={LEFT_PX} width={width} />
      )}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -1000, End: 1000 };
