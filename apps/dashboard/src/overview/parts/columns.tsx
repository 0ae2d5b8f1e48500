import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { type Bar, LAYERS, layersOf } from "../bars";
import { barLabel } from "../moments";
import { everyNth, ticksOf } from "../scale";
import { compact } from "../shares";
import classes from "./chart.module.css";

interface Props {
  bars: Bar[];
  by: "hour" | "day";
  utc: boolean;
  width: number;
  left: number;
  chosen: number | undefined;
}

const HEIGHT_PX = 220;
const FOOT_PX = 26;
const TOP_PX = 10;
const WIDEST_PX = 44;
const LABEL_PX = { hour: 72, day: 64 };
/** What there is one of is seen, however many there are of the others. */
const LEAST_PX = 2;

export function Columns({ bars, by, utc, width, left, chosen }: Props) {
  const { i18n } = useTranslation("overview");
  const most = Math.max(...bars.map(({ counts }) => counts.sent), 0);
  const ticks = ticksOf(most);
  const floor = HEIGHT_PX - FOOT_PX;
  const unit = (floor - TOP_PX) / (ticks.at(-1) ?? 1);
  const slot = (width - left) / Math.max(1, bars.length);
  const wide = Math.min(WIDEST_PX, Math.max(2, slot * 0.68));
  const nth = everyNth(bars.length, width - left, LABEL_PX[by]);
  return (
    <svg className={classes.svg} width={width} height={HEIGHT_PX} aria-hidden>
      {ticks.map((tick) => (
        <Fragment key={tick}>
          <line
            x1={left}
            x2={width}
            y1={floor - tick * unit}
            y2={floor - tick * unit}
            data-zero={tick === 0}
          />
          <text x={left - 10} y={floor - tick * unit} dy="0.32em" textAnchor="end">
            {compact(tick, i18n.language)}
          </text>
        </Fragment>
      ))}
      {bars.map((bar, index) => {
        const x = left + slot * index;
        const shown = (bars.length - 1 - index) % nth === 0 && x > left - slot / 2;
        return (
          <g key={bar.at} data-chosen={chosen === index}>
            <rect className={classes.back} x={x} y={0} width={slot} height={floor} />
            <Column bar={bar} x={x + (slot - wide) / 2} wide={wide} floor={floor} unit={unit} />
            {shown && (
              <text x={Math.min(x + slot / 2, width - 18)} y={HEIGHT_PX - 6} textAnchor="middle">
                {barLabel(bar.at, by, i18n.language, utc)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface ColumnProps {
  bar: Bar;
  x: number;
  wide: number;
  floor: number;
  unit: number;
}

function Column({ bar: { counts }, x, wide, floor, unit }: ColumnProps) {
  const layers = layersOf(counts);
  const heights = LAYERS.map((layer) => (layers[layer] === 0 ? 0 : Math.max(LEAST_PX, layers[layer] * unit)));
  const topmost = heights.findLastIndex((height) => height > 0);
  return LAYERS.map((layer, index) => {
    const height = heights[index] ?? 0;
    const below = heights.slice(0, index).reduce((sum, each) => sum + each, 0);
    const round = index === topmost ? Math.min(3, wide / 2, height) : 0;
    return (
      height > 0 && (
        <path key={layer} data-layer={layer} d={block(x, floor - below - height, wide, height, round)} />
      )
    );
  });
}

/** A rectangle whose upper corners are round. */
function block(x: number, y: number, wide: number, high: number, round: number): string {
  const inner = wide - 2 * round;
  return `M${x},${y + high}v${round - high}q0,${-round} ${round},${-round}h${inner}q${round},0 ${round},${round}v${high - round}z`;
}
