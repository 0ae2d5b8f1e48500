import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Page } from "../../ui/page/page";
import type { EmailFilters } from "../filters";
import { ExportEmails } from "../parts/export";
import { EmailFilterBar } from "../parts/filter-bar";
import { NewEmails } from "../parts/new-emails";
import { EmailTable } from "../parts/table";
import { useEmails } from "../use-emails";

export function EmailsPage() {
  const { t } = useTranslation("emails");
  const filters = useSearch({ from: "/shell/emails" });
  const navigate = useNavigate({ from: "/emails" });
  const { emails, news, show } = useEmails(filters);
  const change = (next: EmailFilters) => void navigate({ search: next, replace: true });
  return (
    <Page title={t("title")} lead={t("lead")} actions={<ExportEmails filters={filters} />}>
      <EmailFilterBar filters={filters} change={change} />
      <NewEmails count={news} show={show} />
      <Shown of={emails} skeleton={<RowSkeletons />}>
        {({ pages }) => (
          <EmailTable
            pages={pages}
            filtered={Object.keys(filters).length > 0}
            stale={emails.isPlaceholderData}
            more={{
              has: emails.hasNextPage,
              loading: emails.isFetchingNextPage,
              load: () => void emails.fetchNextPage(),
            }}
          />
        )}
      </Shown>
    </Page>
  );
}
