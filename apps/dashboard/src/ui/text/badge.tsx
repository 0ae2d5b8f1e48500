import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./badge.module.css";
import type { Meaning } from "./status";

interface Props {
  meaning: Meaning;
  icon?: LucideIcon;
  children: ReactNode;
}

/** A state in a word: its colour says what it means, its sign says it without colour. */
export function Badge({ meaning, icon: Icon, children }: Props) {
  return (
    <span className={classes.badge} data-meaning={meaning}>
      {Icon && <Icon size={12} strokeWidth={2.25} aria-hidden />}
      {children}
    </span>
  );
}
