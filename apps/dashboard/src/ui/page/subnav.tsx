import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./subnav.module.css";

export interface SubPlace {
  to: NonNullable<LinkProps["to"]>;
  label: ReactNode;
  /** The link is of this page alone, not of those below it. */
  exact?: boolean;
}

/** The pages that belong together, as a row of links; on a phone it is moved sideways. */
export function Subnav({ label, places }: { label: string; places: SubPlace[] }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!nav.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const active = entry?.target.querySelector('[data-status="active"]');
      active?.scrollIntoView({ inline: "center", block: "nearest" });
    });
    watch.observe(nav.current);
    return () => watch.disconnect();
  }, []);
  return (
    <nav ref={nav} className={classes.nav} aria-label={label}>
      {places.map(({ to, label: name, exact = false }) => (
        <Link key={to} to={to} className={classes.link} activeOptions={{ exact, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
