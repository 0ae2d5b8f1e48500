import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../ui/table/column";
import { Badge } from "../../../ui/text/badge";
import { RelativeTime } from "../../../ui/time/relative-time";
import { inUtc } from "../../../ui/time/format";
import type { LedgerHour } from "../../answers";
import classes from "../operators.module.css";

export function ledgerColumns(t: TFunction<"operators">, language: string): Column<LedgerHour>[] {
  const number = new Intl.NumberFormat(language);
  return [
    {
      id: "hour",
      header: t("ledger.hour"),
      phone: "title",
      value: ({ hour }) => hour,
      cell: ({ hour }) => <span className="tabular">{inUtc(Date.parse(hour))}</span>,
    },
    {
      id: "state",
      header: t("ledger.state"),
      width: "190px",
      phone: "aside",
      cell: (hour) => <State of={hour} />,
    },
    {
      id: "accepted",
      header: t("ledger.accepted"),
      width: "120px",
      align: "end",
      phone: "note",
      named: true,
      value: ({ accepted }) => accepted,
      cell: ({ accepted }) => number.format(accepted),
    },
    {
      id: "found",
      header: t("ledger.found"),
      width: "120px",
      align: "end",
      value: ({ found }) => found,
      cell: ({ found }) => number.format(found),
    },
    {
      id: "difference",
      header: t("ledger.difference"),
      width: "120px",
      align: "end",
      value: ({ difference }) => difference,
      cell: ({ difference }) => number.format(difference),
    },
    {
      id: "checked_at",
      header: t("ledger.checked"),
      width: "140px",
      align: "end",
      phone: "end",
      named: true,
      value: ({ checked_at }) => checked_at,
      cell: ({ checked_at }) =>
        checked_at ? <RelativeTime at={checked_at} /> : <span className={classes.quiet}>–</span>,
    },
  ];
}

function State({ of: { difference, checked_at } }: { of: LedgerHour }) {
  const { t } = useTranslation("operators");
  if (difference !== 0) return <Badge meaning="bad">{t("ledger.differs")}</Badge>;
  return checked_at ? (
    <Badge meaning="good">{t("ledger.agrees")}</Badge>
  ) : (
    <Badge meaning="idle">{t("ledger.open")}</Badge>
  );
}
