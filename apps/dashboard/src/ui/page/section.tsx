import type { ReactNode } from "react";
import { useId } from "react";
import classes from "./section.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** `plain`: its children bring their own frame, such as a table. */
  plain?: boolean;
  children: ReactNode;
}

/** A named part of a page, in a frame. */
export function Section({ title, lead, actions, plain, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.header}>
        <div>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {plain ? children : <div className={classes.card}>{children}</div>}
    </section>
  );
}
