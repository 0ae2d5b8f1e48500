import type { ReactNode } from "react";
import { LEFT_PX } from "./geometry";
import classes from "./tip.module.css";

interface Props {
  /** 0 to 1, of the width beside the lines' numbers. */
  place: number;
  width: number;
  children: ReactNode;
}

const TIP_PX = 196;

/** The figures of one place, beside it. */
export function Tip({ place, width, children }: Props) {
  const x = LEFT_PX + place * (width - LEFT_PX);
  const beside = x + TIP_PX + 16 > width ? x - TIP_PX - 16 : x + 16;
  return (
    <div className={classes.tip} role="status" style={{ left: Math.max(0, beside), width: TIP_PX }}>
      {children}
    </div>
  );
}
