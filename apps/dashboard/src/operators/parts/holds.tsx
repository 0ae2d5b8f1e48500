import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { RowLink } from "../../ui/table/row-link";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Held } from "../answers";
import classes from "./operators.module.css";

export function Holds({ held }: { held: Held[] }) {
  const { t, i18n } = useTranslation("operators");
  const columns = useMemo(() => heldColumns(t, i18n.language), [t, i18n.language]);
  return (
    <DataTable label={t("holds.title")} columns={columns} rows={held} rowId={({ accountId }) => accountId} />
  );
}

function heldColumns(t: TFunction<"operators">, language: string): Column<Held>[] {
  return [
    {
      id: "account",
      header: t("column.account"),
      phone: "title",
      value: ({ accountId }) => accountId,
      cell: ({ accountId }) => (
        <RowLink to="/operator/accounts/$id" params={{ id: accountId }}>
          <span className={classes.mono}>{accountId}</span>
        </RowLink>
      ),
    },
    {
      id: "held",
      header: t("holds.recipients"),
      width: "140px",
      align: "end",
      phone: "aside",
      named: true,
      sort: true,
      value: ({ held }) => held,
      cell: ({ held }) => new Intl.NumberFormat(language).format(held),
    },
    {
      id: "given_up_at",
      header: t("holds.givenUp"),
      width: "180px",
      phone: "note",
      named: true,
      value: ({ firstGivenUpAt }) => firstGivenUpAt,
      cell: ({ firstGivenUpAt }) => firstGivenUpAt && <RelativeTime at={firstGivenUpAt} />,
    },
  ];
}
