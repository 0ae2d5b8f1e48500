import { useCallback, useState } from "react";
import { later } from "../later/later";
import { type Asked, questions } from "./confirm";

const ConfirmDialog = later(() => import("./confirm-dialog"), "ConfirmDialog");

/** Shows what `confirm` asks; the code for it comes with the first question. */
export function Confirmer() {
  const [asked, setAsked] = useState<Asked>();
  const [opened, setOpened] = useState(false);
  questions.useHeard(
    useCallback((question: Asked) => {
      setAsked(question);
      setOpened(true);
    }, []),
  );
  return asked && <ConfirmDialog asked={asked} opened={opened} close={() => setOpened(false)} />;
}
