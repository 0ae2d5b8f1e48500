import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Mode } from "../../api/client";
import { useCurrent } from "../../session/current";
import classes from "./mode.module.css";

/** Which of the two worlds is shown: what live keys sent, or what test keys did. */
export function ModeSwitch() {
  const { t } = useTranslation();
  const { mode, choose } = useCurrent();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      className={classes.switch}
      data-mode={mode}
      aria-label={t("mode.label")}
      value={mode}
      onChange={(value) => choose({ mode: value })}
      data={(["live", "test"] satisfies Mode[]).map((value) => ({
        value,
        label: (
          <span className={classes.choice} data-mode={value}>
            {t(`mode.${value}`)}
          </span>
        ),
      }))}
    />
  );
}
