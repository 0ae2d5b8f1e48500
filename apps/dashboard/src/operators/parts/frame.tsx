import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page/page";
import { Subnav } from "../../ui/page/subnav";
import { OperatorsOnly } from "./operators-only";

const PARTS = [
  { part: "system", to: "/operator" },
  { part: "accounts", to: "/operator/accounts" },
  { part: "cases", to: "/operator/review-cases" },
  { part: "appeals", to: "/operator/appeals" },
  { part: "letters", to: "/operator/dead-letters" },
  { part: "pace", to: "/operator/pace" },
  { part: "ledger", to: "/operator/ledger" },
  { part: "audit", to: "/operator/audit-log" },
] as const;

export type OperatorPart = (typeof PARTS)[number]["part"];

interface Props {
  part: OperatorPart;
  /** So many things are wrong: it stands in the tab's title, for whoever watches from another tab. */
  wrong?: number;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page for those who run the installation, below the links to all of them. */
export function OperatorFrame({ part, wrong = 0, actions, children }: Props) {
  const { t } = useTranslation("operators");
  return (
    <OperatorsOnly>
      <Page
        title={`${wrong > 0 ? `(${wrong}) ` : ""}${t(`part.${part}`)} · ${t("title")}`}
        heading={t("title")}
        lead={t(`lead.${part}`)}
        actions={actions}
      >
        <Subnav
          label={t("title")}
          places={PARTS.map((place) => ({
            to: place.to,
            label: t(`part.${place.part}`),
            exact: place.part === "system",
          }))}
        />
        {children}
      </Page>
    </OperatorsOnly>
  );
}
