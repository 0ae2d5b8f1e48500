import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useCurrent } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { Page } from "../../ui/page/page";
import { Badge } from "../../ui/text/badge";
import { Appeals } from "../parts/appeals";
import { History } from "../parts/history";
import { Held } from "../parts/held";
import { InTest } from "../parts/in-test";
import { Pauses } from "../parts/pauses";
import classes from "../parts/reputation.module.css";
import { Tier } from "../parts/tier";
import { Why } from "../parts/why";
import { accountQuery } from "../queries";

/** Why the account may or may not send: its suspension with all that belongs to it, and what its standing rests on. */
export function SuspensionPage() {
  const { t } = useTranslation("reputation");
  const { mode } = useCurrent();
  const account = useQuery(accountQuery(useApi()));
  const suspension = account.data?.suspension;
  const sign = account.data && (
    <Badge meaning={suspension ? "bad" : "good"}>{t(suspension ? "suspended" : "active")}</Badge>
  );
  return (
    <Page
      title={t("title")}
      heading={
        <span className={classes.heading}>
          {t("title")} {sign}
        </span>
      }
      lead={account.data && t(suspension ? "lead.suspended" : "lead.active")}
      narrow
    >
      {mode === "test" && <InTest />}
      <Shown of={account}>
        {(found) => (
          <>
            {found.suspension && (
              <>
                <Why suspension={found.suspension} />
                <Held held={found.suspension.held} until={found.suspension.held_until} />
                <Appeals appeals={found.suspension.appeals} />
              </>
            )}
            <Pauses pauses={found.pauses} />
            {mode === "live" && <Tier account={found} />}
            <History />
          </>
        )}
      </Shown>
    </Page>
  );
}
