import { Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import classes from "./live-world-note.module.css";

/** In the test world: why nothing can be changed here. */
export function LiveWorldNote() {
  const { t } = useTranslation("domains");
  const { mode } = useCurrent();
  if (mode === "live") return null;
  return (
    <div className={classes.note} role="note">
      <Info size={15} aria-hidden />
      <span>{t("testWorld")}</span>
    </div>
  );
}
