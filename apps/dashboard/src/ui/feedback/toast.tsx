import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { asProblem } from "../../api/problem";
import classes from "./toast.module.css";

/** Long enough to read and to reach the button. */
const UNDO_MS = 8_000;

/** Something was done. */
export function say(message: string): void {
  notifications.show({ message, color: "green", withBorder: true });
}

/** Something was not done, in the API's words. */
export function sayProblem(failure: unknown): void {
  const { message, requestId } = asProblem(failure);
  notifications.show({
    title: message,
    message: requestId ? `${i18next.t("ui:error.requestId")} ${requestId}` : "",
    color: "red",
    withBorder: true,
    autoClose: 10_000,
  });
}

/** Something was done, and can be taken back for 8 s. */
export function sayWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <span className={classes.undo}>
        {message}
        <Button
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {i18next.t("ui:undo")}
        </Button>
      </span>
    ),
    withBorder: true,
    autoClose: UNDO_MS,
  });
}
