import { type ReactNode, useId } from "react";
import classes from "./head.module.css";

interface Props {
  label: string;
  error: string | undefined;
  children: (id: string) => ReactNode;
}

/** A line of a mail's head, as it is written. */
export function Row({ label, error, children }: Props) {
  const id = useId();
  return (
    <div className={classes.row} data-wrong={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <div className={classes.field}>
        {children(id)}
        {error !== undefined && (
          <div className={classes.error} role="alert">
            {error}
          </div>
        )}
      </div>
    </div>
  );
}
