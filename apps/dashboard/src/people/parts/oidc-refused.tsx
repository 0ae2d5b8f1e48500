import { useTranslation } from "react-i18next";
import classes from "./card.module.css";

/** Why single sign-on came back without a session. */
export function OidcRefused({ reason }: { reason: string | undefined }) {
  const { t } = useTranslation("people");
  if (reason === undefined) return null;
  const known = reason === "not_invited" || reason === "email_not_verified";
  return (
    <div className={classes.refused} role="alert">
      {known ? t(`oidc.${reason}`) : t("oidc.failed")}
    </div>
  );
}
