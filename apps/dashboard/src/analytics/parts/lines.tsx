import { useTranslation } from "react-i18next";
import { Axes } from "../../ui/chart/axes";
import { FLOOR_PX, geometryOf } from "../../ui/chart/geometry";
import { areaBelow, lineThrough, type Spot } from "../line";
import type { Drawn } from "../metrics";
import type { Point } from "../series";
import type { Span } from "../span";
import { ticksFor } from "../ticks";
import { pointLabel } from "../when";
import classes from "./chart.module.css";

interface Props {
  points: Point[];
  metric: Drawn;
  granularity: Span["granularity"];
  width: number;
  chosen: number | undefined;
}

const LABEL_PX = { hourly: 72, daily: 64, weekly: 64 };
/** More of them would hide the line. */
const MOST_SPOTS = 31;

export function Lines({ points, metric, granularity, width, chosen }: Props) {
  const { i18n } = useTranslation("analytics");
  const now = points.map(({ figures }) => figures[metric]);
  const before = points.map((point) => point.before?.figures[metric] ?? null);
  const { values: ticks, say } = ticksFor(
    metric,
    Math.max(0, ...known(now), ...known(before)),
    i18n.language,
  );
  const { slot, leftOf, highOf } = geometryOf(points.length, width, ticks);
  const spotOf = (value: number | null, index: number): Spot =>
    value === null ? undefined : { x: leftOf(index) + slot / 2, y: FLOOR_PX - highOf(value) };
  const spots = now.map(spotOf);
  return (
    <Axes
      {...{ width, ticks, say, chosen }}
      names={points.map(({ name }) => pointLabel(name, granularity, i18n.language))}
      room={LABEL_PX[granularity]}
    >
      <path className={classes.before} d={lineThrough(before.map(spotOf))} />
      <path className={classes.area} d={areaBelow(spots, FLOOR_PX)} />
      <path className={classes.line} d={lineThrough(spots)} />
      {spots.map(
        (spot, index) =>
          spot &&
          (points.length <= MOST_SPOTS || index === chosen) && (
            <circle
              key={index}
              className={classes.spot}
              data-chosen={index === chosen}
              cx={spot.x}
              cy={spot.y}
              r={index === chosen ? 4 : 2.5}
            />
          ),
      )}
    </Axes>
  );
}

function known(values: (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
