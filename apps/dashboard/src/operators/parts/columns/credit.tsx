import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { CreditEntry } from "../../answers";
import classes from "../operators.module.css";

export function creditColumns(t: TFunction<"operators">, language: string): Column<CreditEntry>[] {
  const number = new Intl.NumberFormat(language);
  const signed = new Intl.NumberFormat(language, { signDisplay: "always" });
  return [
    {
      id: "kind",
      header: t("credits.kind"),
      phone: "title",
      value: ({ kind }) => kind,
      cell: ({ kind, note, messageId }) => (
        <span className={classes.cell}>
          {t(`credits.${kind}`)}
          <span className={classes.note}>{note ?? messageId}</span>
        </span>
      ),
    },
    {
      id: "amount",
      header: t("credits.amount"),
      width: "110px",
      align: "end",
      phone: "aside",
      value: ({ amount }) => amount,
      cell: ({ kind, amount }) => signed.format(kind === "debit" ? -Math.abs(amount) : amount),
    },
    {
      id: "balance",
      header: t("credits.balance"),
      width: "110px",
      align: "end",
      value: ({ balance }) => balance,
      cell: ({ balance }) => number.format(balance),
    },
    {
      id: "at",
      header: t("column.at"),
      width: "120px",
      align: "end",
      phone: "note",
      value: ({ at }) => at,
      cell: ({ at }) => <RelativeTime at={at} />,
    },
  ];
}
