import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { useAdmin } from "../admin";
import { AccountActions } from "../parts/account-actions";
import { AccountFacts } from "../parts/account-facts";
import { AccountHistory } from "../parts/account-history";
import { Credits } from "../parts/credits";
import classes from "../parts/operators.module.css";
import { OperatorsOnly } from "../parts/operators-only";
import { OpenPauses } from "../parts/open-pauses";
import { OpenSuspension } from "../parts/open-suspension";
import { StandingBadge } from "../parts/standing-badge";
import { accountQuery } from "../queries";

/** One account as operators see it: where it stands, why, and what can be done. */
export function AccountPage() {
  const { t } = useTranslation("operators");
  const { id } = useParams({ from: "/shell/operator/accounts/$id" });
  const account = useQuery(accountQuery(useAdmin(), id));
  const crumbs = <Crumb to="/operator/accounts">{t("part.accounts")}</Crumb>;
  return (
    <OperatorsOnly>
      <Shown of={account} frame={{ title: t("account.title"), crumbs }}>
        {(found) => (
          <Page
            title={found.email}
            heading={
              <span className={classes.heading}>
                {found.name ?? found.email} <StandingBadge standing={found.standing} />
              </span>
            }
            crumbs={crumbs}
            actions={<AccountActions account={found} />}
          >
            <div className={classes.columns}>
              <div>
                {found.suspension && <OpenSuspension suspension={found.suspension} />}
                <OpenPauses account={found} />
                <Credits id={id} />
                <AccountHistory history={found.history} />
              </div>
              <AccountFacts account={found} />
            </div>
          </Page>
        )}
      </Shown>
    </OperatorsOnly>
  );
}
