import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { asProblem } from "../../api/problem";
import { useMay } from "../../session/current";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { LinkButton } from "../../ui/page/link-button";
import { Page } from "../../ui/page/page";
import { ReasonBadge } from "../parts/reason-badge";
import { RemoveButton } from "../parts/remove";
import { Entry } from "../parts/entry";
import classes from "../parts/suppression.module.css";
import { suppressionQuery } from "../queries";

const NOT_FOUND = 404;

/** Why one address gets no mail, and since when. */
export function SuppressionPage() {
  const { t } = useTranslation("suppressions");
  const { id } = useParams({ from: "/shell/suppressions/$id" });
  const navigate = useNavigate();
  const may = useMay("developer");
  const entry = useQuery(suppressionQuery(useApi(), id));
  const crumbs = <Crumb to="/suppressions">{t("title")}</Crumb>;
  if (entry.error && asProblem(entry.error).status === NOT_FOUND) return <NotStopped address={id} />;
  return (
    <Shown of={entry} frame={{ title: id, crumbs }}>
      {(found) => (
        <Page
          title={found.email}
          heading={
            <span className={classes.heading}>
              {found.email} <ReasonBadge reason={found.reason} />
            </span>
          }
          crumbs={crumbs}
          narrow
          actions={
            may && <RemoveButton suppression={found} done={() => void navigate({ to: "/suppressions" })} />
          }
        >
          <Entry suppression={found} />
        </Page>
      )}
    </Shown>
  );
}

function NotStopped({ address }: { address: string }) {
  const { t } = useTranslation("suppressions");
  return (
    <Page title={address} crumbs={<Crumb to="/suppressions">{t("title")}</Crumb>}>
      <EmptyState
        icon={MailCheck}
        title={t("absent.title")}
        action={
          <LinkButton variant="default" to="/emails" search={{ recipient: address }}>
            {t("emails")}
          </LinkButton>
        }
      >
        {t("absent.lead", { address })}
      </EmptyState>
    </Page>
  );
}
