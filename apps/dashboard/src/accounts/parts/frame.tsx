import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCurrent, useMay } from "../../session/current";
import { Page } from "../../ui/page/page";
import { Subnav, type SubPlace } from "../../ui/page/subnav";

const PARTS = ["account", "members", "smtp", "data", "audit-log", "security", "sessions"] as const;
export type SettingsPart = (typeof PARTS)[number];

/** About the person, not about the account. */
const OWN: SettingsPart[] = ["security", "sessions"];

interface Props {
  part: SettingsPart;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the settings, below the links to all of them. */
export function SettingsFrame({ part, lead, actions, children }: Props) {
  const { t } = useTranslation("accounts");
  return (
    <Page
      title={`${t(`part.${part}`)} · ${t("title")}`}
      heading={t("title")}
      lead={lead ?? t(`lead.${part}`)}
      actions={actions}
    >
      <Subnav label={t("title")} places={usePlaces()} />
      {children}
    </Page>
  );
}

function usePlaces(): SubPlace[] {
  const { t } = useTranslation("accounts");
  const { accounts } = useCurrent();
  const may = useMay("admin");
  // The navigation's link shows the first of them.
  const first = useLocation({ select: ({ pathname }) => pathname === "/settings" });
  const shown = PARTS.filter(
    (part) => OWN.includes(part) || (accounts.length > 0 && (may || part !== "audit-log")),
  );
  return shown.map((part) => ({
    to: part === "account" && first ? "/settings" : `/settings/${part}`,
    label: t(`part.${part}`),
  }));
}
