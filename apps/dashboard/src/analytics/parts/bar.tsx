import type { ReactNode } from "react";
import classes from "./bar.module.css";

interface Props {
  /** Of the largest one, 0 to 1; without it there is the figure alone. */
  share: number | undefined;
  children: ReactNode;
}

/** A figure of a cell, with its size below it. */
export function Bar({ share, children }: Props) {
  return (
    <span className={classes.cell}>
      {children}
      {share !== undefined && (
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </span>
  );
}
