import { useDisclosure } from "@mantine/hooks";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { later } from "../../ui/later/later";
import { Palette } from "../palette/palette";
import { Shortcuts } from "../palette/shortcuts";
import { Banners } from "./banners";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import classes from "./shell.module.css";

const PhoneRail = later(() => import("./phone-rail"), "PhoneRail");

/** The navigation on the left, a page on the right; on a phone the navigation is a drawer. */
export function Frame() {
  const { t } = useTranslation();
  const { scope } = useApi();
  const [asked, setAsked] = useState(false);
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) });
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(close, [path, close]);
  useFocusOnPage(path);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#page">
        {t("skip")}
      </a>
      <aside className={classes.rail}>
        <Rail />
      </aside>
      {asked && <PhoneRail opened={opened} close={close} />}
      <div className={classes.right}>
        <PhoneBar open={open} />
        <Banners />
        <main id="page" key={scope.join()} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <Palette />
      <Shortcuts />
    </div>
  );
}

/** Another page begins at its beginning, also for those who hear it or press Tab. */
function useFocusOnPage(path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== path) document.getElementById("page")?.focus({ preventScroll: true });
    last.current = path;
  }, [path]);
}
