import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { useAdmin } from "../admin";
import { BoardLink } from "../parts/board-link";
import { OperatorFrame } from "../parts/frame";
import { Holds } from "../parts/holds";
import { PausedRoutes } from "../parts/paused-routes";
import { QueueTable } from "../parts/queue-table";
import { Signs } from "../parts/signs";
import { holdsQuery, ledgerQuery, openAppealsQuery, openCasesQuery, systemQuery } from "../queries";
import { signsOf, wrongOf } from "../signs";

/** At three in the morning: does anything stand still, what, and since when. */
export function SystemPage() {
  const { t } = useTranslation("operators");
  const admin = useAdmin();
  const system = useQuery(systemQuery(admin));
  const held = useQuery(holdsQuery(admin));
  const cases = useQuery(openCasesQuery(admin));
  const appeals = useQuery(openAppealsQuery(admin));
  const ledger = useQuery(ledgerQuery(admin));
  const seen = {
    ...(system.data && { system: system.data }),
    ...(held.data && { held: held.data }),
    ...(cases.data && { cases: cases.data }),
    ...(appeals.data && { appeals: appeals.data }),
    ...(ledger.data && { ledger: ledger.data }),
  };
  const signs = signsOf(seen);
  return (
    <OperatorFrame part="system" wrong={wrongOf(signs).length}>
      <Signs signs={signs} />
      <Shown of={system}>
        {({ queues, routes }) => (
          <>
            <PausedRoutes routes={routes} />
            <Section title={t("queues.title")} lead={t("queues.lead")} actions={<BoardLink />} plain>
              <QueueTable queues={queues} />
            </Section>
          </>
        )}
      </Shown>
      {held.data && held.data.data.length > 0 && (
        <Section title={t("holds.title")} lead={t("holds.lead")} plain>
          <Holds held={held.data.data} />
        </Section>
      )}
    </OperatorFrame>
  );
}
