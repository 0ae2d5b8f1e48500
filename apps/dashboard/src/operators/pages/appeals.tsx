import { useInfiniteQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@mantine/core";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { useAdmin } from "../admin";
import { AppealCard } from "../parts/appeal-card";
import { OperatorFrame } from "../parts/frame";
import { appealsQuery } from "../queries";
import { usePages } from "../use-pages";

/** Each is read whole: what its owner says beside what the suspension rests on. */
export function AppealsPage() {
  const { t } = useTranslation(["operators", "ui"]);
  const appeals = useInfiniteQuery(appealsQuery(useAdmin()));
  const { rows, more } = usePages(appeals);
  return (
    <OperatorFrame part="appeals">
      <Shown of={appeals}>
        {() =>
          rows.length === 0 ? (
            <EmptyState icon={Scale} title={t("appeals.none")}>
              {t("appeals.noneLead")}
            </EmptyState>
          ) : (
            <>
              {rows.map((appeal) => (
                <AppealCard key={appeal.id} appeal={appeal} />
              ))}
              {more.has && (
                <Button variant="default" loading={more.loading} onClick={more.load}>
                  {t("ui:table.more")}
                </Button>
              )}
            </>
          )
        }
      </Shown>
    </OperatorFrame>
  );
}
