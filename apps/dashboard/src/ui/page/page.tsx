import { type ReactNode, useEffect } from "react";
import classes from "./page.module.css";

interface Props {
  /** The page's name: its `h1`, and the tab's title. */
  title: string;
  /** In place of the name where it is more than words. */
  heading?: ReactNode;
  /** A sentence on what the page is for. */
  lead?: ReactNode;
  /** Above the name: where the page belongs. */
  crumbs?: ReactNode;
  /** Buttons, the most important last. */
  actions?: ReactNode;
  /** A narrow page is for reading and forms. */
  narrow?: boolean;
  /** A wide page is a workshop: panes side by side. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, heading, lead, crumbs, actions, narrow, wide, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Sendex`;
  }, [title]);
  return (
    <div className={classes.page} data-narrow={narrow} data-wide={wide}>
      {crumbs && <div className={classes.crumbs}>{crumbs}</div>}
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title}>{heading ?? title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
