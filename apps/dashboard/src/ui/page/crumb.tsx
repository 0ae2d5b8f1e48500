import { createLink } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ComponentProps } from "react";
import classes from "./crumb.module.css";

/** The way back to the list that a page belongs to. Takes what a router's Link takes. */
export const Crumb = createLink(function Crumb({ children, ...props }: ComponentProps<"a">) {
  return (
    <a {...props} className={classes.crumb}>
      <ChevronLeft size={14} aria-hidden />
      {children}
    </a>
  );
});
