import type { Webhook } from "@sendex/sdk/generated/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CircleDot } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useLive } from "../../../live/live";
import { Shown } from "../../../ui/feedback/shown";
import { RowSkeletons } from "../../../ui/feedback/skeletons";
import { ChoiceFilter } from "../../../ui/filters/choice-filter";
import { Section } from "../../../ui/page/section";
import { deliveriesQuery } from "../../queries";
import { type State, STATES } from "../../view";
import { DeliveryTable } from "./table";

interface Props {
  webhook: Webhook;
  status: State | undefined;
}

/** What the endpoint was told, live while the first page is all that was read. */
export function Deliveries({ webhook: { id }, status }: Props) {
  const { t } = useTranslation("webhooks");
  const navigate = useNavigate({ from: "/webhooks/$id" });
  const list = useInfiniteQuery({
    ...deliveriesQuery(useApi(), id, status),
    placeholderData: (last) => last,
  });
  useLive(() => list.refetch(), list.data?.pages.length === 1);
  const choose = (next: State | undefined) =>
    void navigate({ search: next ? { status: next } : {}, replace: true, resetScroll: false });
  const filter = (
    <ChoiceFilter
      label={t("column.state")}
      icon={CircleDot}
      value={status}
      change={choose}
      choices={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
    />
  );
  return (
    <Section title={t("deliveries.title")} actions={filter} plain>
      <Shown of={list} skeleton={<RowSkeletons rows={6} />}>
        {({ pages }) => (
          <DeliveryTable
            deliveries={pages.flatMap(({ data }) => data)}
            status={status}
            stale={list.isPlaceholderData}
            more={{
              has: list.hasNextPage,
              loading: list.isFetchingNextPage,
              load: () => void list.fetchNextPage(),
            }}
            webhook={id}
          />
        )}
      </Shown>
    </Section>
  );
}
