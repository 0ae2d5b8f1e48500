import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Section } from "../../ui/page/section";
import { ExportRows } from "../../ui/table/export-rows";
import { shownBy, tellable } from "../narrowing";
import { breakdownQuery } from "../queries";
import { useNames } from "../use-names";
import { type AnalyticsView, DIMENSIONS } from "../view";
import classes from "./breakdown.module.css";
import { partColumns } from "./part-columns";
import { PartTable } from "./part-table";

interface Props {
  view: AnalyticsView;
  look(some: AnalyticsView): void;
}

/** The period's mail told apart by what it was; a row leads to the page of its mail alone. */
export function Breakdown({ view, look }: Props) {
  const { t, i18n } = useTranslation("analytics");
  const by = shownBy(view);
  const can = tellable(view);
  const breakdown = useQuery({ ...breakdownQuery(useApi(), view, by), placeholderData: (last) => last });
  const nameOf = useNames([breakdown.data?.by ?? by]);
  const exported = breakdown.data ?? { by, parts: [] };
  const columns = (of: typeof exported) => partColumns({ ...of, view, nameOf, t, language: i18n.language });
  return (
    <Section title={t("breakdown")} lead={t("breakdownLead")} plain>
      <div className={classes.bar}>
        <div className={classes.choices}>
          <SegmentedControl
            size="xs"
            aria-label={t("breakdown")}
            value={by}
            onChange={(value) => look({ by: value })}
            data={DIMENSIONS.map((value) => ({
              ...{ value, label: t(`dimension.${value}`), disabled: !can.includes(value) },
            }))}
          />
        </div>
        <ExportRows name={`analytics-${exported.by}`} columns={columns(exported)} rows={exported.parts} />
      </div>
      {can.length < DIMENSIONS.length && <p className={classes.note}>{t("breakdownLimited")}</p>}
      <Shown of={breakdown} skeleton={<RowSkeletons rows={4} />}>
        {(found) => <PartTable {...found} columns={columns(found)} stale={breakdown.isPlaceholderData} />}
      </Shown>
    </Section>
  );
}
