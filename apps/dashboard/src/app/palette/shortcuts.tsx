import { Kbd, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { useKeys } from "../../ui/keys/use-keys";
import { placesOf } from "../navigation";
import { META, useAskedForShortcuts } from "./open";
import classes from "./shortcuts.module.css";

/** The keys that work on every page, and the sheet that lists them. */
export function Shortcuts() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mode, choose, user, accounts } = useCurrent();
  const [opened, { open, close }] = useDisclosure();
  useAskedForShortcuts(open);
  const places = placesOf(accounts.length > 0 ? "test" : undefined, user.operator);
  useKeys({
    "?": open,
    "g m": () => choose({ mode: mode === "live" ? "test" : "live" }),
    ...Object.fromEntries(places.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  });
  return (
    <Modal opened={opened} onClose={close} title={t("shortcuts.title")} size="lg">
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
    </Modal>
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
