import { asProblem } from "../../api/problem";
import classes from "./card.module.css";

/** Why it did not work, in the API's words. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <div className={classes.refused} role="alert">
      {asProblem(error).message}
    </div>
  );
}
