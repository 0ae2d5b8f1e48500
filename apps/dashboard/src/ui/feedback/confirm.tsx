import { modals } from "@mantine/modals";
import i18next from "i18next";
import type { ReactNode } from "react";

interface Question {
  title: string;
  /** What follows from it, in a sentence. */
  children: ReactNode;
  /** The verb: "Revoke the key". */
  confirm: string;
  /** It takes something away. */
  dangerous?: boolean;
}

/** Asks before what cannot be undone; `act` runs once it is confirmed. */
export function confirm({ title, children, confirm: verb, dangerous }: Question, act: () => void): void {
  modals.openConfirmModal({
    title,
    children,
    labels: { confirm: verb, cancel: i18next.t("ui:cancel") },
    confirmProps: { color: dangerous ? "red" : "accent", "data-autofocus": true },
    cancelProps: { variant: "default" },
    onConfirm: act,
  });
}
