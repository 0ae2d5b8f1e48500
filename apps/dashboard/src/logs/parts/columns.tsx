import type { ListedLog } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import { RelativeTime } from "../../ui/time/relative-time";
import classes from "./logs.module.css";
import { StatusCode } from "./status-code";

export interface NamedKey {
  id: string;
  name: string;
}

export function logColumns(t: TFunction<"logs">, keys: readonly NamedKey[]): Column<ListedLog>[] {
  const names = new Map(keys.map(({ id, name }) => [id, name]));
  return [
    {
      id: "endpoint",
      header: t("column.endpoint"),
      phone: "title",
      cell: ({ id, method, endpoint }) => (
        <RowLink to="/logs/$id" params={{ id }}>
          <span className={classes.method}>{method}</span> <span className={classes.path}>{endpoint}</span>
        </RowLink>
      ),
    },
    {
      id: "status",
      header: t("column.status"),
      width: "96px",
      phone: "aside",
      cell: ({ response_status: status }) => <StatusCode status={status} />,
    },
    {
      id: "caller",
      header: t("column.caller"),
      width: "180px",
      phone: "note",
      cell: ({ api_key_id: key }) => (
        <span className={classes.quiet}>
          {key === null ? t("caller.dashboard") : (names.get(key) ?? key)}
        </span>
      ),
    },
    {
      id: "duration",
      header: t("column.duration"),
      width: "96px",
      align: "end",
      cell: ({ duration_ms: ms }) => <span className={`${classes.quiet} tabular`}>{t("ms", { ms })}</span>,
    },
    {
      id: "created_at",
      header: t("column.time"),
      width: "128px",
      align: "end",
      phone: "end",
      cell: ({ created_at: at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={at} />
        </span>
      ),
    },
  ];
}
