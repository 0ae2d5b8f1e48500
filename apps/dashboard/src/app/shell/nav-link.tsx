import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Place } from "../navigation";
import classes from "./rail.module.css";

export function NavLink({ place: { to, text, icon: Icon } }: { place: Place }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={classes.link}>
      <Icon size={16} strokeWidth={1.9} aria-hidden />
      {t(text)}
    </Link>
  );
}
