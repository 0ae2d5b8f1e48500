import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { LEFT_PX } from "./geometry";
import classes from "./plot.module.css";
import { Tip } from "./tip";

interface Props {
  /** Read aloud: what is drawn, and that the arrow keys go through it. */
  label: string;
  /** How many places there are, from left to right. */
  count: number;
  /** Draws it. `chosen`: the place that is pointed at. */
  draw(width: number, chosen: number | undefined): ReactNode;
  /** What is told of a place. */
  tell(index: number): ReactNode;
}

/** A chart as wide as there is room; pointing at a place, or going to it by the arrow keys, tells its figures. */
export function Plot({ label, count, draw, tell }: Props) {
  const { ref, width } = useElementSize();
  const [at, choose] = useState<number>();
  const last = count - 1;
  // There may be fewer since.
  const chosen = at === undefined || at > last ? undefined : at;
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Escape") choose(undefined);
    if (step === undefined) return;
    event.preventDefault();
    choose(Math.min(last, Math.max(0, (chosen ?? (step > 0 ? -1 : last + 1)) + step)));
  };
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left } = currentTarget.getBoundingClientRect();
    const place = Math.floor(((clientX - left - LEFT_PX) / (width - LEFT_PX)) * count);
    choose(place < 0 || place > last ? undefined : place);
  };
  return (
    <div
      ref={ref}
      className={classes.plot}
      role="group"
      tabIndex={0}
      aria-label={label}
      onKeyDown={move}
      onPointerMove={point}
      onPointerLeave={() => choose(undefined)}
      onBlur={() => choose(undefined)}
    >
      {width > 0 && draw(width, chosen)}
      {chosen !== undefined && (
        <Tip place={(chosen + 0.5) / count} width={width}>
          {tell(chosen)}
        </Tip>
      )}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -1000, End: 1000 };
