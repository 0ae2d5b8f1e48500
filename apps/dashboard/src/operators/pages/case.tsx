import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { useAdmin } from "../admin";
import { CaseActions } from "../parts/case-actions";
import { CaseFacts } from "../parts/case-facts";
import { CaseMail } from "../parts/case-mail";
import classes from "../parts/operators.module.css";
import { OperatorsOnly } from "../parts/operators-only";
import { caseQuery } from "../queries";

/** The mail, and beside it why the review took it for abuse. */
export function CasePage() {
  const { t } = useTranslation("operators");
  const { id } = useParams({ from: "/shell/operator/review-cases/$id" });
  const found = useQuery(caseQuery(useAdmin(), id));
  const crumbs = <Crumb to="/operator/review-cases">{t("part.cases")}</Crumb>;
  return (
    <OperatorsOnly>
      <Shown of={found} frame={{ title: t("case.title"), crumbs }}>
        {(one) => (
          <Page
            title={`${t("case.title")}: ${one.label}`}
            crumbs={crumbs}
            actions={one.decision === null && <CaseActions id={id} suspended={one.action === "suspend"} />}
          >
            <div className={classes.columns}>
              <CaseMail id={id} />
              <CaseFacts of={one} />
            </div>
          </Page>
        )}
      </Shown>
    </OperatorsOnly>
  );
}
