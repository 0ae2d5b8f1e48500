import { Kbd } from "@mantine/core";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { META, openPalette } from "../palette/open";
import classes from "./rail.module.css";

export function SearchButton() {
  const { t } = useTranslation();
  return (
    <button type="button" className={`${classes.button} ${classes.search}`} onClick={openPalette}>
      <Search size={14} aria-hidden />
      <span className={classes.grow}>{t("palette.open")}</span>
      <Kbd size="xs">{META} K</Kbd>
    </button>
  );
}
