import { Modal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";

/**
 * A modal dialog. The focus goes back to what it came from: Mantine's own way forgets that where a field of the dialog
 * takes the focus as it appears, or where the dialog's code is loaded as it opens.
 */
export function Dialog(props: ModalProps) {
  useFocusBack(props.opened);
  return <Modal {...props} returnFocus={false} />;
}

function useFocusBack(opened: boolean): void {
  const opener = useOpener(opened);
  useEffect(() => {
    if (!opened || !(opener instanceof HTMLElement)) return undefined;
    return () => void setTimeout(() => giveBack(opener));
  }, [opened, opener]);
}

/** What had the focus when it was opened. */
function useOpener(opened: boolean): Element | null {
  const [was, setWas] = useState(false);
  const [opener, setOpener] = useState<Element | null>(null);
  if (opened !== was) {
    setWas(opened);
    if (opened) setOpener(document.activeElement);
  }
  return opener;
}

/** Unless something outside the dialog has taken the focus meanwhile. */
function giveBack(opener: HTMLElement): void {
  const now = document.activeElement;
  if (now === null || now === document.body || now.closest('[role="dialog"]') !== null)
    opener.focus({ preventScroll: true });
}
