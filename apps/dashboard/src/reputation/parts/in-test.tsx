import { Button } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import classes from "./reputation.module.css";

/** The figures and mail of a decision are live. */
export function InTest() {
  const { t } = useTranslation("reputation");
  const { choose } = useCurrent();
  return (
    <div className={classes.note}>
      <FlaskConical size={15} aria-hidden />
      <span className={classes.words}>{t("inTest")}</span>
      <Button variant="default" onClick={() => choose({ mode: "live" })}>
        {t("toLive")}
      </Button>
    </div>
  );
}
