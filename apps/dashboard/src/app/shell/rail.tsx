import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { OPERATOR, PLACES, SANDBOX } from "../navigation";
import { AccountMenu } from "./account-menu";
import { AlertsLink } from "./alerts-link";
import { Logo } from "./logo";
import { ModeSwitch } from "./mode-switch";
import { NavLink } from "./nav-link";
import classes from "./rail.module.css";
import { SearchButton } from "./search-button";
import { UserMenu } from "./user-menu";

export function Rail() {
  const { t } = useTranslation();
  const { mode, user, accounts } = useCurrent();
  const member = accounts.length > 0;
  return (
    <div className={classes.rail}>
      {member ? <AccountMenu /> : <Logo />}
      <SearchButton />
      <nav className={classes.nav} aria-label={t("nav.label")}>
        {member &&
          PLACES.map((place) =>
            place.to === "/alerts" ? (
              <AlertsLink key={place.to} place={place} />
            ) : (
              <NavLink key={place.to} place={place} />
            ),
          )}
        {member && mode === "test" && <NavLink place={SANDBOX} />}
        {user.operator && (
          <div className={classes.apart}>
            <NavLink place={OPERATOR} />
          </div>
        )}
      </nav>
      {member && <ModeSwitch />}
      <UserMenu />
    </div>
  );
}
