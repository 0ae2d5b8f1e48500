import { Kbd } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Place } from "../navigation";
import { META } from "./open";
import { Dialog } from "../../ui/dialog/dialog";
import classes from "./sheet.module.css";

interface Props {
  opened: boolean;
  close: () => void;
  places: Place[];
}

export function Sheet({ opened, close, places }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={close} title={t("shortcuts.title")} size="lg">
      <div className={classes.sheet}>
        <Keys keys={[META, "K"]} says={t("palette.open")} />
        <Keys keys={["/"]} says={t("shortcuts.search")} />
        <Keys keys={["j"]} says={t("shortcuts.down")} />
        <Keys keys={["k"]} says={t("shortcuts.up")} />
        <Keys keys={["Enter"]} says={t("shortcuts.open")} />
        <Keys keys={["?"]} says={t("shortcuts.title")} />
        <Keys keys={["g", "m"]} says={t("shortcuts.mode")} />
        {places.map(({ key, text }) => (
          <Keys key={key} keys={["g", key]} says={t("shortcuts.goTo", { page: t(text) })} />
        ))}
      </div>
    </Dialog>
  );
}

function Keys({ keys, says }: { keys: string[]; says: string }) {
  return (
    <div className={classes.line}>
      <span>{says}</span>
      <span className={classes.keys}>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </div>
  );
}
