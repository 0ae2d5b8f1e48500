import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Place } from "../navigation";
import classes from "./rail.module.css";

interface Props {
  place: Place;
  /** How much there waits for somebody; said beside the link's name, which stays the page's. */
  count?: { value: number; says: string };
}

export function NavLink({ place: { to, text, icon: Icon }, count }: Props) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={classes.link} {...(count && { title: count.says })}>
      <Icon size={16} strokeWidth={1.9} aria-hidden />
      {t(text)}
      {count && (
        <span className={classes.count} aria-hidden>
          {count.value}
        </span>
      )}
    </Link>
  );
}
