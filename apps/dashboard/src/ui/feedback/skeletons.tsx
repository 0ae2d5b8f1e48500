import { Skeleton } from "@mantine/core";
import classes from "./skeletons.module.css";

/** Where rows are about to stand. */
export function RowSkeletons({ rows = 8 }: { rows?: number }) {
  return (
    <div className={classes.rows} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <Skeleton height={10} width={`${34 - ((row * 7) % 16)}%`} />
          <Skeleton height={10} width="12%" />
          <Skeleton height={10} width={`${24 - ((row * 5) % 12)}%`} />
          <Skeleton height={10} width="8%" />
        </div>
      ))}
    </div>
  );
}

/** Where a text or a form is about to stand. */
export function BlockSkeleton({ lines = 5 }: { lines?: number }) {
  return (
    <div className={classes.block} aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} width={`${90 - ((line * 23) % 50)}%`} />
      ))}
    </div>
  );
}
