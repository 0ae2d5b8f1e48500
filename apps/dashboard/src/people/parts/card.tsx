import { type ReactNode, useEffect } from "react";
import classes from "./card.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  /** Below the card: other ways. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A page of people who are not signed in. */
export function Card({ title, lead, foot, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Sendex`;
  }, [title]);
  return (
    <div className={classes.outer}>
      <div className={classes.card}>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </div>
      {foot && <div className={classes.foot}>{foot}</div>}
    </div>
  );
}
