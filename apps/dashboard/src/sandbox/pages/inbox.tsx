import { Button } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { FlaskConical, Inbox as InboxIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useCurrent } from "../../session/current";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Page } from "../../ui/page/page";
import { Inbox } from "../parts/inbox";
import { useInbox } from "../use-inbox";

const NOT_FOUND = 404;

export function InboxPage() {
  const { t } = useTranslation("sandbox");
  const { mode } = useCurrent();
  const { q } = useSearch({ from: "/shell/sandbox" });
  const { inbox, mails } = useInbox(q);
  const isElsewhere = inbox.isError && asProblem(inbox.error).status === NOT_FOUND;
  return (
    <Page wide title={t("title")} lead={t("lead")}>
      {isElsewhere ? (
        mode === "live" ? (
          <OtherWorld />
        ) : (
          <EmptyState icon={FlaskConical} title={t("absent.title")}>
            {t("absent.lead")}
          </EmptyState>
        )
      ) : (
        <Shown of={inbox} skeleton={<RowSkeletons />}>
          {() =>
            mails.length === 0 && q === undefined ? (
              <EmptyState icon={InboxIcon} title={t("none.title")}>
                {t(mode === "test" ? "none.lead" : "none.leadLive")}
              </EmptyState>
            ) : (
              <Inbox
                mails={mails}
                more={{
                  has: inbox.hasNextPage,
                  loading: inbox.isFetchingNextPage,
                  load: () => void inbox.fetchNextPage(),
                }}
              />
            )
          }
        </Shown>
      )}
    </Page>
  );
}

/** Live mail goes to people, not here. */
function OtherWorld() {
  const { t } = useTranslation("sandbox");
  const { choose } = useCurrent();
  return (
    <EmptyState
      icon={FlaskConical}
      title={t("live.title")}
      action={<Button onClick={() => choose({ mode: "test" })}>{t("live.action")}</Button>}
    >
      {t("live.lead")}
    </EmptyState>
  );
}
