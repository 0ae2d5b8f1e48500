import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import classes from "./data-table.module.css";

export interface MoreRows {
  has: boolean;
  loading: boolean;
  load(): void;
}

/** So many rows before the end the next page is asked for. */
const AHEAD = 20;

interface Props extends MoreRows {
  /** Index of the last row in the document. */
  shown: number;
  count: number;
}

/** Loads the next page as the end comes near; the button is for those who do not scroll. */
export function More({ has, loading, load, shown, count }: Props) {
  const { t } = useTranslation("ui");
  const due = has && !loading && shown >= count - AHEAD;
  useEffect(() => {
    if (due) load();
  }, [due, load]);
  if (!has) return null;
  return (
    <div className={classes.more}>
      <Button variant="default" loading={loading} onClick={load}>
        {t("table.more")}
      </Button>
    </div>
  );
}
