import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import { RelativeTime } from "../../ui/time/relative-time";
import type { ApiKey } from "../queries";
import type { KeySearch } from "../search";
import classes from "./columns.module.css";
import { ModeBadge } from "./mode-badge";

/** A row leads to the same list with the key's drawer. */
export function keyColumns(t: TFunction<"access">, search: KeySearch): Column<ApiKey>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      width: "24%",
      phone: "title",
      sort: true,
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <RowLink to="/api-keys" search={{ ...search, open: id }} replace>
          {name}
        </RowLink>
      ),
    },
    {
      id: "mode",
      header: t("column.mode"),
      width: "92px",
      phone: "aside",
      sort: true,
      value: ({ mode }) => mode,
      cell: ({ mode }) => <ModeBadge mode={mode} />,
    },
    {
      id: "hint",
      header: t("column.hint"),
      width: "148px",
      phone: "note",
      value: ({ hint }) => hint,
      cell: ({ hint }) => <span className={classes.hint}>{hint}</span>,
    },
    ...powerColumns(t),
    {
      id: "last_used_at",
      header: t("column.used"),
      width: "120px",
      align: "end",
      phone: "end",
      named: true,
      sort: true,
      value: ({ last_used_at }) => last_used_at,
      cell: ({ last_used_at }) => (
        <span className={classes.quiet}>
          {last_used_at === null ? t("never") : <RelativeTime at={last_used_at} />}
        </span>
      ),
    },
  ];
}

/** What a key may do. */
function powerColumns(t: TFunction<"access">): Column<ApiKey>[] {
  return [
    {
      id: "permission",
      header: t("column.permission"),
      width: "130px",
      sort: true,
      value: ({ permission }) => permission,
      cell: ({ permission }) => t(`permission.${permission}`),
    },
    {
      id: "domains",
      header: t("column.domains"),
      value: ({ domains }) => domains.join("; "),
      cell: ({ domains }) => (
        <span className={classes.quiet} title={domains.join("\n")}>
          {domains.length === 0 ? t("allDomains") : domains.join(", ")}
        </span>
      ),
    },
    {
      id: "rate_limit",
      header: t("column.rate"),
      width: "110px",
      align: "end",
      value: ({ rate_limit }) => rate_limit,
      cell: ({ rate_limit }) => (
        <span className={`${classes.quiet} tabular`}>
          {rate_limit === null ? t("rateDefault") : t("rate", { count: rate_limit })}
        </span>
      ),
    },
  ];
}
