import "@mantine/notifications/styles.layer.css";
import { Button } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import i18next from "i18next";
import { useEffect, useRef } from "react";
import classes from "./shelf.module.css";
import type { Toast } from "./toast";

/** Long enough to read, and to reach the button. */
const LASTS_MS = 5_000;
const UNDO_MS = 8_000;
const FAILED_MS = 12_000;

/** @param told all toasts so far, the newest last */
export function Shelf({ told }: { told: Toast[] }) {
  const shown = useRef(0);
  useEffect(() => {
    for (const toast of told.slice(shown.current)) show(toast);
    shown.current = told.length;
  }, [told]);
  return <Notifications position="bottom-right" limit={4} />;
}

function show({ message, requestId, failed = false, undo }: Toast): void {
  const id = notifications.show({
    withBorder: true,
    color: failed ? "red" : "green",
    autoClose: failed ? FAILED_MS : undo ? UNDO_MS : LASTS_MS,
    role: failed ? "alert" : "status",
    message: (
      <span className={classes.toast}>
        <span>
          {message}
          {requestId && (
            <span className={classes.id}>{`${i18next.t("ui:error.requestId")} ${requestId}`}</span>
          )}
        </span>
        {undo && <Undo undo={undo} close={() => notifications.hide(id)} />}
      </span>
    ),
  });
}

function Undo({ undo, close }: { undo: () => void; close: () => void }) {
  return (
    <Button
      variant="subtle"
      onClick={() => {
        close();
        undo();
      }}
    >
      {i18next.t("ui:undo")}
    </Button>
  );
}
