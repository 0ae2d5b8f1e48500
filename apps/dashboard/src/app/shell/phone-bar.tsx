import { ActionIcon } from "@mantine/core";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { openPalette } from "../palette/open";
import { Logo } from "./logo";
import classes from "./phone-bar.module.css";

/** On a phone: the way to the navigation, and which world this is. */
export function PhoneBar({ open }: { open: () => void }) {
  const { t } = useTranslation();
  const { mode, choose, accounts } = useCurrent();
  return (
    <div className={classes.bar}>
      <ActionIcon aria-label={t("nav.open")} onClick={open} size="lg">
        <MenuIcon size={20} />
      </ActionIcon>
      <Logo />
      {accounts.length > 0 && (
        <button
          type="button"
          className={classes.mode}
          data-mode={mode}
          aria-label={t(`mode.now.${mode}`)}
          onClick={() => choose({ mode: mode === "live" ? "test" : "live" })}
        >
          {t(`mode.${mode}`)}
        </button>
      )}
      <ActionIcon aria-label={t("palette.open")} onClick={openPalette} size="lg">
        <Search size={18} />
      </ActionIcon>
    </div>
  );
}
