import { OctagonPause } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { Badge } from "../../ui/text/badge";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Route } from "../answers";
import classes from "./operators.module.css";

/** Ways out that are shut for now: nothing goes by them until they are tried again. */
export function PausedRoutes({ routes }: { routes: Route[] }) {
  const { t } = useTranslation("operators");
  const paused = routes.filter(({ paused_at }) => paused_at !== null);
  if (paused.length === 0) return null;
  return (
    <Section title={t("routes.title")} lead={t("routes.lead")}>
      {paused.map(({ name, paused_at, reason, probe_at }) => (
        <div key={name} className={classes.line}>
          <div>
            <Badge meaning="bad" icon={OctagonPause}>
              {name}
            </Badge>
            <p className={classes.reason}>{reason}</p>
          </div>
          <div className={classes.aside}>
            {paused_at && (
              <div>
                {t("routes.since")} <RelativeTime at={paused_at} />
              </div>
            )}
            {probe_at && (
              <div>
                {t("routes.probe")} <RelativeTime at={probe_at} />
              </div>
            )}
          </div>
        </div>
      ))}
    </Section>
  );
}
