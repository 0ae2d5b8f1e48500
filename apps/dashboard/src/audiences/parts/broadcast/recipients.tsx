import { Select } from "@mantine/core";
import type { Broadcast } from "@sendex/sdk/generated/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Shown } from "../../../ui/feedback/shown";
import { RowSkeletons } from "../../../ui/feedback/skeletons";
import { Section } from "../../../ui/page/section";
import { DataTable } from "../../../ui/table/data-table";
import { broadcastRecipientsQuery } from "../../broadcast-queries";
import { OUTCOMES } from "../../broadcast-view";
import { recipientColumns } from "./recipient-columns";

/** Of whom one outcome is so; a row leads to the mail. */
export function Recipients({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("broadcasts");
  const { outcome = "sent" } = useSearch({ from: "/shell/broadcasts/$id" });
  const navigate = useNavigate({ from: "/broadcasts/$id" });
  const list = useInfiniteQuery(broadcastRecipientsQuery(useApi(), broadcast, outcome));
  const choice = (
    <Select
      size="xs"
      aria-label={t("outcome")}
      data={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      value={outcome}
      onChange={(chosen) =>
        void navigate({
          search: (last) => ({ ...last, outcome: OUTCOMES.find((one) => one === chosen) ?? "sent" }),
          replace: true,
          resetScroll: false,
        })
      }
      allowDeselect={false}
    />
  );
  return (
    <Section title={t("recipients.title")} actions={choice} plain>
      <Shown of={list} skeleton={<RowSkeletons rows={4} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          if (rows.length === 0) return <EmptyState icon={UsersRound} title={t("recipients.none")} />;
          return (
            <DataTable
              label={t("recipients.title")}
              columns={recipientColumns(t, outcome)}
              rows={rows}
              rowId={({ id }) => id}
              stale={list.isPlaceholderData}
              more={{
                has: list.hasNextPage,
                loading: list.isFetchingNextPage,
                load: () => void list.fetchNextPage(),
              }}
            />
          );
        }}
      </Shown>
    </Section>
  );
}
