import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import classes from "./draft.module.css";

/** Says that the preview is older than what is written, and brings it up to date. */
export function Unsaved({ editing: { save, saving } }: { editing: BroadcastEditing }) {
  const { t } = useTranslation("broadcasts");
  return (
    <div className={classes.unsaved}>
      <span>{t("preview.unsaved")}</span>
      <Button variant="subtle" size="compact-xs" loading={saving} onClick={() => void save()}>
        {t("preview.save")}
      </Button>
    </div>
  );
}
