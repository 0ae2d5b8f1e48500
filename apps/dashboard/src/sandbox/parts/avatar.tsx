import { hueOf, initialOf } from "../people";
import classes from "./avatar.module.css";

/** A sender's letter in a colour of its own. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={classes.avatar} data-hue={hueOf(name)} aria-hidden>
      {initialOf(name)}
    </span>
  );
}
