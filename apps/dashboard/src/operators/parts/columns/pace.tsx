import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { Pace } from "../../answers";
import classes from "../operators.module.css";

export function paceColumns(t: TFunction<"operators">, language: string): Column<Pace>[] {
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  return [
    {
      id: "domain",
      header: t("pace.domain"),
      phone: "title",
      sort: true,
      value: ({ domain }) => domain,
      cell: ({ domain }) => domain,
    },
    {
      id: "route",
      header: t("pace.route"),
      width: "180px",
      phone: "note",
      sort: true,
      value: ({ route }) => route,
      cell: ({ route }) => <span className={classes.mono}>{route}</span>,
    },
    {
      id: "per_second",
      header: t("pace.perSecond"),
      width: "140px",
      align: "end",
      phone: "aside",
      named: true,
      sort: true,
      value: ({ per_second }) => per_second,
      cell: ({ per_second }) => number.format(per_second),
    },
    {
      id: "last_deferred_at",
      header: t("pace.deferred"),
      width: "180px",
      align: "end",
      phone: "end",
      named: true,
      sort: true,
      value: ({ last_deferred_at }) => last_deferred_at,
      cell: ({ last_deferred_at }) => <RelativeTime at={last_deferred_at} />,
    },
  ];
}
