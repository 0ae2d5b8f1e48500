import { Fragment, type ReactNode } from "react";
import classes from "./axes.module.css";
import { FLOOR_PX, geometryOf, HEIGHT_PX, LEFT_PX } from "./geometry";
import { everyNth } from "./scale";

interface Props {
  width: number;
  /** The values that have a line. */
  ticks: readonly number[];
  say(tick: number): string;
  /** What the places below the axis are called. */
  names: readonly string[];
  /** Pixels that a name takes. */
  room: number;
  chosen: number | undefined;
  /** What is drawn on them. */
  children: ReactNode;
}

/** Half of a short name: the last one stays inside. */
const EDGE_PX = 18;

/** A chart's lines with their numbers, and its places with the names of as many as fit. */
export function Axes({ width, ticks, say, names, room, chosen, children }: Props) {
  const { slot, leftOf, highOf } = geometryOf(names.length, width, ticks);
  const nth = everyNth(names.length, width - LEFT_PX, room);
  return (
    <svg className={classes.svg} width={width} height={HEIGHT_PX} aria-hidden>
      {ticks.map((tick) => (
        <Fragment key={tick}>
          <line
            x1={LEFT_PX}
            x2={width}
            y1={FLOOR_PX - highOf(tick)}
            y2={FLOOR_PX - highOf(tick)}
            data-zero={tick === 0}
          />
          <text x={LEFT_PX - 10} y={FLOOR_PX - highOf(tick)} dy="0.32em" textAnchor="end">
            {say(tick)}
          </text>
        </Fragment>
      ))}
      {chosen !== undefined && (
        <rect className={classes.back} x={leftOf(chosen)} y={0} width={slot} height={FLOOR_PX} />
      )}
      {children}
      {names.map(
        (name, index) =>
          (names.length - 1 - index) % nth === 0 && (
            <text
              key={index}
              x={Math.min(leftOf(index) + slot / 2, width - EDGE_PX)}
              y={HEIGHT_PX - 6}
              textAnchor="middle"
            >
              {name}
            </text>
          ),
      )}
    </svg>
  );
}
