import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { Page } from "../../ui/page/page";
import { InTest } from "../parts/in-test";
import { MailChoice } from "../parts/mail-choice";
import { Past } from "../parts/past";
import { Rules } from "../parts/rules";
import { Standing } from "../parts/standing";

export function AlertsPage() {
  const { t } = useTranslation("alerts");
  const { mode } = useCurrent();
  const filters = useSearch({ from: "/shell/alerts" });
  const navigate = useNavigate({ from: "/alerts" });
  return (
    <Page title={t("title")} lead={t("lead")}>
      {mode === "test" ? (
        <InTest />
      ) : (
        <>
          <Standing />
          <Past filters={filters} change={(search) => void navigate({ search, replace: true })} />
          <Rules />
          <MailChoice />
        </>
      )}
    </Page>
  );
}
