import type { Alert } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { providerName } from "../../ui/text/provider-name";
import { ExactTime } from "../../ui/time/exact-time";
import { number, percent } from "../figures";

type Numbers = Alert["numbers"];
type Volume = Extract<Numbers, { accepted: number }>;
type Rate = Extract<Numbers, { affected: number }>;

/** Why there is an alert, with its numbers. */
export function useSentence(alert: Alert): ReactNode {
  const { t, i18n } = useTranslation("alerts");
  const { kind, numbers } = alert;
  if ("accepted" in numbers) return volume(t, numbers, i18n.language);
  if ("affected" in numbers) return rate(t, alert, numbers, i18n.language);
  if ("failing_since" in numbers)
    return (
      <>
        {t("says.endpoint", { endpoint: alert.name ?? alert.value })} <ExactTime at={numbers.failing_since} />
      </>
    );
  if (kind !== "key_network") return alert.reason;
  const networks = numbers.networks.map((network) => (network === "private" ? t("private") : network));
  return t("says.network", { key: alert.name ?? alert.value, networks: networks.join(t("comma")) });
}

function volume(t: TFunction<"alerts">, { accepted, usual, young }: Volume, language: string): string {
  return t(young ? "says.volumeYoung" : "says.volume", {
    accepted: number(accepted, language),
    usual: number(usual, language),
  });
}

function rate(
  t: TFunction<"alerts">,
  { kind, dimension, value, name }: Alert,
  { hours, sent, affected, percent: share, usual_percent: usual }: Rate,
  language: string,
): string {
  const word = kind === "complaint_rate" || kind === "deferrals" ? kind : "bounce_rate";
  const of = dimension === "provider" || dimension === "template" ? dimension : "domain";
  const said = t(`says.${word}`, {
    part: t(`part.${of}`, { name: name ?? (of === "provider" ? providerName(value) : value) }),
    within: t("within", { count: hours }),
    ...{ sent: number(sent, language), affected: number(affected, language) },
    percent: percent(share, language),
  });
  const before = usual === null ? t("usual.unknown") : t("usual.known", { usual: percent(usual, language) });
  return `${said} ${before}`;
}
