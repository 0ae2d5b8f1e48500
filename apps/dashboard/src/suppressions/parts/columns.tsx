import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import { RelativeTime } from "../../ui/time/relative-time";
import type { Suppression } from "../queries";
import { ReasonBadge } from "./reason-badge";
import { RemoveRow } from "./remove";
import classes from "./suppression.module.css";

/** @param may the person take addresses off the list */
export function suppressionColumns(t: TFunction<"suppressions">, may: boolean): Column<Suppression>[] {
  return [
    {
      id: "email",
      header: t("column.email"),
      phone: "title",
      cell: ({ email }) => (
        <RowLink to="/suppressions/$id" params={{ id: email }}>
          {email}
        </RowLink>
      ),
    },
    {
      id: "reason",
      header: t("column.reason"),
      width: "150px",
      phone: "aside",
      cell: ({ reason }) => <ReasonBadge reason={reason} />,
    },
    {
      id: "source",
      header: t("column.source"),
      width: "200px",
      phone: "note",
      cell: ({ source }) => <span className={classes.quiet}>{t(`source.${source}`)}</span>,
    },
    {
      id: "created_at",
      header: t("column.since"),
      width: "128px",
      align: "end",
      phone: "end",
      cell: ({ created_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      ),
    },
    ...(may ? [removeColumn(t)] : []),
  ];
}

function removeColumn(t: TFunction<"suppressions">): Column<Suppression> {
  return {
    id: "remove",
    header: "",
    label: t("remove.action"),
    width: "48px",
    align: "end",
    cell: (suppression) => <RemoveRow suppression={suppression} />,
  };
}
