import { useTranslation } from "react-i18next";
import type { Attention } from "@sendex/sdk/generated/api";
import type { ReactNode } from "react";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Need } from "../attention";
import { number, percent } from "../../ui/chart/numbers";

type Of<Kind extends Attention["kind"]> = Extract<Attention, { kind: Kind }>;

/** What is the matter, with its numbers. */
export function useSentence(need: Need): ReactNode {
  const { t, i18n } = useTranslation("overview");
  const figure = (count: number) => number(count, i18n.language);
  const since = (at: string | null) => at !== null && <Since at={at} />;
  switch (need.kind) {
    case "suspended":
      return <Suspended need={need} />;
    case "bounce_rate_warning":
      return t("says.bounceRate", {
        ...{ hurt: figure(need.hurt), sent: figure(need.sent) },
        ...{ rate: percent(need.rate, i18n.language), limit: percent(need.suspend_at, i18n.language) },
      });
    case "source_paused":
      return (
        <>
          {t(`says.paused.${need.source}`, { id: need.id })} {since(need.since)}
        </>
      );
    case "alert":
      return (
        <>
          {t(`says.alert.${need.alert}`, { name: need.name })} {since(need.since)}
        </>
      );
    case "credits_low":
      return t("says.credits", { count: need.credits, credits: figure(need.credits) });
    case "no_domain":
      return t("says.noDomain");
    case "domain_unverified":
      return (
        <>
          {t(need.failed ? "says.domainFailed" : "says.domainPending", { name: need.name })}{" "}
          {since(need.since)}
        </>
      );
    case "webhook_disabled":
      return (
        <>
          {t("says.webhookDisabled", { endpoint: need.endpoint })} {need.reason} {since(need.since)}
        </>
      );
    case "webhook_failing":
      return (
        <>
          {t("says.webhookFailing", { endpoint: need.endpoint })} {since(need.since)}
        </>
      );
  }
}

function Suspended({ need: { reason, held, held_until, appealed } }: { need: Of<"suspended"> }) {
  const { t, i18n } = useTranslation("overview");
  return (
    <>
      {reason} {t("says.held", { count: held, held: number(held, i18n.language) })} {t("says.heldUntil")}{" "}
      <RelativeTime at={held_until} />. {appealed && t("says.appealed")}
    </>
  );
}

function Since({ at }: { at: string }) {
  const { t } = useTranslation("overview");
  return (
    <span>
      ({t("since")} <RelativeTime at={at} />)
    </span>
  );
}
