import { useTranslation } from "react-i18next";
import { Axes } from "../../ui/chart/axes";
import { FLOOR_PX, geometryOf } from "../../ui/chart/geometry";
import { timeLabel } from "../../ui/chart/moments";
import { compact } from "../../ui/chart/numbers";
import { ticksOf } from "../../ui/chart/scale";
import { type Bar, LAYERS, layersOf } from "../bars";
import classes from "./columns.module.css";

interface Props {
  bars: Bar[];
  by: "hour" | "day";
  utc: boolean;
  width: number;
  chosen: number | undefined;
}

const WIDEST_PX = 44;
const LABEL_PX = { hour: 72, day: 64 };
/** What there is one of is seen, however many there are of the others. */
const LEAST_PX = 2;

export function Columns({ bars, by, utc, width, chosen }: Props) {
  const { i18n } = useTranslation("overview");
  const ticks = ticksOf(Math.max(...bars.map(({ counts }) => counts.sent), 0));
  const { slot, leftOf, highOf } = geometryOf(bars.length, width, ticks);
  const wide = Math.min(WIDEST_PX, Math.max(2, slot * 0.68));
  return (
    <Axes
      {...{ width, ticks, chosen }}
      say={(tick) => compact(tick, i18n.language)}
      names={bars.map(({ at }) => timeLabel(at, by, i18n.language, utc))}
      room={LABEL_PX[by]}
    >
      {bars.map((bar, index) => (
        <Column key={bar.at} bar={bar} x={leftOf(index) + (slot - wide) / 2} wide={wide} highOf={highOf} />
      ))}
    </Axes>
  );
}

interface ColumnProps {
  bar: Bar;
  x: number;
  wide: number;
  highOf(count: number): number;
}

function Column({ bar: { counts }, x, wide, highOf }: ColumnProps) {
  const layers = layersOf(counts);
  const heights = LAYERS.map((layer) =>
    layers[layer] === 0 ? 0 : Math.max(LEAST_PX, highOf(layers[layer])),
  );
  const topmost = heights.findLastIndex((height) => height > 0);
  return LAYERS.map((layer, index) => {
    const height = heights[index] ?? 0;
    const below = heights.slice(0, index).reduce((sum, each) => sum + each, 0);
    const round = index === topmost ? Math.min(3, wide / 2, height) : 0;
    return (
      height > 0 && (
        <path
          key={layer}
          className={classes.column}
          data-layer={layer}
          d={block(x, FLOOR_PX - below - height, wide, height, round)}
        />
      )
    );
  });
}

/** A rectangle whose upper corners are round. */
function block(x: number, y: number, wide: number, high: number, round: number): string {
  const inner = wide - 2 * round;
  return `M${x},${y + high}v${round - high}q0,${-round} ${round},${-round}h${inner}q${round},0 ${round},${round}v${high - round}z`;
}
