import { Loader } from "@mantine/core";
import classes from "./shell.module.css";

/** While a page's code is on its way. */
export function Waiting() {
  return (
    <div className={classes.waiting}>
      <Loader size="sm" type="dots" />
    </div>
  );
}
