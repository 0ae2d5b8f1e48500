import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Page } from "../../ui/page/page";

/** For others nothing is asked: the API would refuse it. */
export function OperatorsOnly({ children }: { children: ReactNode }) {
  const { t } = useTranslation("operators");
  const { user } = useCurrent();
  if (user.operator) return <>{children}</>;
  return (
    <Page title={t("title")}>
      <EmptyState icon={Lock} title={t("only.title")}>
        {t("only.lead")}
      </EmptyState>
    </Page>
  );
}
