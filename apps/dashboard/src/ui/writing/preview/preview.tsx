import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import bar from "../workshop.module.css";
import { Choice } from "./choice";
import { DEVICES, type Look, PAPERS, SHOWN } from "./look";
import classes from "./preview.module.css";

interface Props {
  look: Look;
  change(look: Look): void;
  children: ReactNode;
}

/** What a mail would look like, below the ways to look at it. */
export function Preview({ look, change, children }: Props) {
  const { t } = useTranslation("writing");
  const { shown = "html", device = "desktop", paper = "light" } = look;
  return (
    <>
      <div className={bar.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("preview")}
          value={shown}
          onChange={(value) => change({ shown: value })}
          data={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
        />
        {shown === "html" && (
          <div className={bar.group}>
            <Choice
              names="device"
              choices={DEVICES}
              value={device}
              change={(next) => change({ device: next })}
            />
            <Choice names="paper" choices={PAPERS} value={paper} change={(next) => change({ paper: next })} />
          </div>
        )}
      </div>
      <div className={classes.scene}>{children}</div>
    </>
  );
}
