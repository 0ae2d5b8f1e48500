import type { TFunction } from "i18next";
import { Check, CircleDashed } from "lucide-react";
import { Badge } from "../../../ui/text/badge";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { ListedTemplate } from "../../template";
import classes from "./list.module.css";

export function templateColumns(t: TFunction<"templates">): Column<ListedTemplate>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      phone: "title",
      sort: true,
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <RowLink to="/templates/$id" params={{ id }}>
          {name}
        </RowLink>
      ),
    },
    {
      id: "alias",
      header: t("column.alias"),
      width: "30%",
      phone: "note",
      sort: true,
      value: ({ alias }) => alias,
      cell: ({ id, alias }) => <Copyable text={alias || id} what={t("column.copyAlias")} />,
    },
    {
      id: "status",
      header: t("column.status"),
      width: "132px",
      phone: "aside",
      sort: true,
      value: ({ status }) => status,
      cell: ({ status }) => (
        <Badge
          meaning={status === "published" ? "good" : "idle"}
          icon={status === "published" ? Check : CircleDashed}
        >
          {t(`status.${status}`)}
        </Badge>
      ),
    },
    {
      id: "updated_at",
      header: t("column.updated"),
      width: "132px",
      align: "end",
      phone: "end",
      named: true,
      sort: true,
      value: ({ updated_at }) => updated_at,
      cell: ({ updated_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={updated_at} />
        </span>
      ),
    },
    { id: "id", header: "", width: "0", value: ({ id }) => id, cell: () => null },
  ];
}
