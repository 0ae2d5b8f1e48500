import { OctagonX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { TextLink } from "../../ui/page/link-button";
import classes from "./suspension-banner.module.css";

const SUSPENDED = "suspended";

/** On every page of a suspended account; the page of the appeal has the evidence. */
export function SuspensionBanner() {
  const { t } = useTranslation();
  const { account } = useCurrent();
  if (account.standing !== SUSPENDED) return null;
  return (
    <div className={classes.banner} role="alert">
      <OctagonX size={16} aria-hidden />
      <span>{t("suspended.text")}</span>
      <TextLink to="/suspension">{t("suspended.action")}</TextLink>
    </div>
  );
}
