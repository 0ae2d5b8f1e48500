import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { openAlertsQuery } from "../../alerts/queries";
import { useApi } from "../../api/api";
import { useCurrent } from "../../session/current";
import type { Place } from "../navigation";
import { NavLink } from "./nav-link";

/** With how many alerts wait for somebody; they are about live mail. */
export function AlertsLink({ place }: { place: Place }) {
  const { t } = useTranslation();
  const { mode } = useCurrent();
  const { data = [] } = useQuery({ ...openAlertsQuery(useApi()), enabled: mode === "live" });
  const value = mode === "live" ? data.length : 0;
  return (
    <NavLink
      place={place}
      {...(value > 0 && { count: { value, says: t("nav.alertsOpen", { count: value }) } })}
    />
  );
}
