import { useQuery } from "@tanstack/react-query";
import { OctagonX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { accountQuery } from "../../reputation/queries";
import { useCurrent } from "../../session/current";
import { TextLink } from "../../ui/page/link-button";
import classes from "./suspension-banner.module.css";

const SUSPENDED = "suspended";

/** On every page of a suspended account: that it is, why, and the way to the evidence and the appeal. */
export function SuspensionBanner() {
  const { t } = useTranslation();
  const { account } = useCurrent();
  const suspended = account.standing === SUSPENDED;
  const { data } = useQuery({ ...accountQuery(useApi()), enabled: suspended });
  if (!suspended) return null;
  return (
    <div className={classes.banner} role="alert">
      <OctagonX size={16} aria-hidden />
      <span>{t("suspended.text")}</span>
      {data?.suspension && <span className={classes.reason}>{data.suspension.reason}</span>}
      <TextLink to="/suspension">{t("suspended.action")}</TextLink>
    </div>
  );
}
