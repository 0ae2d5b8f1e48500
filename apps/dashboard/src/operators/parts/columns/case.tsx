import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { Badge } from "../../../ui/text/badge";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { Case } from "../../answers";
import classes from "../operators.module.css";

export function caseColumns(t: TFunction<"operators">, language: string): Column<Case>[] {
  return [
    {
      id: "label",
      header: t("cases.label"),
      phone: "title",
      value: ({ label }) => label,
      cell: ({ id, label, reasons }) => (
        <span className={classes.cell}>
          <RowLink to="/operator/review-cases/$id" params={{ id }}>
            {label}
          </RowLink>
          <span className={classes.note}>{reasons[0]?.sentence}</span>
        </span>
      ),
    },
    {
      id: "score",
      header: t("cases.score"),
      width: "90px",
      align: "end",
      value: ({ score }) => score,
      cell: ({ score }) => percent(score, language),
    },
    {
      id: "action",
      header: t("cases.did"),
      width: "160px",
      phone: "aside",
      value: ({ action }) => action,
      cell: ({ action }) => (
        <Badge meaning={action === "suspend" ? "bad" : "late"}>{t(`cases.${action}`)}</Badge>
      ),
    },
    {
      id: "account",
      header: t("column.account"),
      width: "270px",
      phone: "note",
      value: ({ accountId }) => accountId,
      cell: ({ accountId }) => <span className={classes.mono}>{accountId}</span>,
    },
    {
      id: "created_at",
      header: t("column.at"),
      width: "120px",
      align: "end",
      phone: "end",
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}

/** Of a share from 0 to 1. */
export function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}
