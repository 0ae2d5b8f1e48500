import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { FilterBar } from "../../ui/filters/filter-bar";
import { useAdmin } from "../admin";
import { LETTER_KINDS } from "../filters";
import { ExportRows } from "../../ui/table/export-rows";
import { OperatorFrame } from "../parts/frame";
import { letterColumns } from "../parts/columns/letter";
import { AdminList } from "../parts/list";
import { lettersQuery } from "../queries";
import { usePages } from "../use-pages";

export function DeadLettersPage() {
  const { t } = useTranslation("operators");
  const { kind = "recipient" } = useSearch({ from: "/shell/operator/dead-letters" });
  const navigate = useNavigate({ from: "/operator/dead-letters" });
  const letters = useInfiniteQuery({
    ...lettersQuery(useAdmin(), { kind }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => letterColumns(t), [t]);
  const { rows } = usePages(letters);
  return (
    <OperatorFrame part="letters" actions={<ExportRows name="dead-letters" columns={columns} rows={rows} />}>
      <FilterBar>
        <SegmentedControl
          size="xs"
          aria-label={t("letters.kind")}
          value={kind}
          onChange={(next) => void navigate({ search: { kind: next }, replace: true })}
          data={LETTER_KINDS.map((value) => ({ value, label: t(`letters.${value}`) }))}
        />
      </FilterBar>
      <AdminList
        label={t("part.letters")}
        list={letters}
        columns={columns}
        empty={{ icon: MailCheck, title: t("letters.none"), lead: t("letters.noneLead") }}
      />
    </OperatorFrame>
  );
}
