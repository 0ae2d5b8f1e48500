import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { OPERATOR, PLACES, SANDBOX } from "../navigation";
import { AccountMenu } from "./account-menu";
import { ModeSwitch } from "./mode-switch";
import { NavLink } from "./nav-link";
import classes from "./rail.module.css";
import { SearchButton } from "./search-button";
import { UserMenu } from "./user-menu";

export function Rail() {
  const { t } = useTranslation();
  const { mode, user } = useCurrent();
  return (
    <div className={classes.rail}>
      <AccountMenu />
      <SearchButton />
      <nav className={classes.nav} aria-label={t("nav.label")}>
        {PLACES.map((place) => (
          <NavLink key={place.to} place={place} />
        ))}
        {mode === "test" && <NavLink place={SANDBOX} />}
        {user.operator && (
          <div className={classes.apart}>
            <NavLink place={OPERATOR} />
          </div>
        )}
      </nav>
      <ModeSwitch />
      <UserMenu />
    </div>
  );
}
