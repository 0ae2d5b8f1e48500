import type { ReactNode } from "react";
import classes from "./card.module.css";

interface Props {
  /** Names the whole for those who hear it. */
  label: string;
  /** Dimmed while the figures of another period are on their way. */
  stale: boolean;
  /** The sums, above. */
  sums: ReactNode;
  /** Of the chart. */
  title: string;
  /** How it is shown, beside its title. */
  controls: ReactNode;
  children: ReactNode;
}

/** Sums, and below them how they came about: a chart or its table. */
export function ChartCard({ label, stale, sums, title, controls, children }: Props) {
  return (
    <section className={classes.card} data-stale={stale} aria-label={label}>
      {sums}
      <div className={classes.body}>
        <div className={classes.bar}>
          <h2 className={classes.title}>{title}</h2>
          {controls}
        </div>
        {children}
      </div>
    </section>
  );
}
