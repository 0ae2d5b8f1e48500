import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import classes from "./data-table.module.css";

/** The link that a whole row of a DataTable leads to. Takes what a router's Link takes. */
export const RowLink = createLink(function RowLink(props: ComponentProps<"a">) {
  return <a {...props} data-row-link className={classes.link} />;
});
