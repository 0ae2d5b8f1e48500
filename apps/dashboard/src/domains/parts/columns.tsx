import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import { RelativeTime } from "../../ui/time/relative-time";
import type { ListedDomain } from "../queries";
import { DomainBadge } from "./domain-badge";
import classes from "./domain.module.css";

export function domainColumns(t: TFunction<"domains">): Column<ListedDomain>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      phone: "title",
      sort: true,
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <RowLink to="/domains/$id" params={{ id }}>
          {name}
        </RowLink>
      ),
    },
    {
      id: "status",
      header: t("column.status"),
      width: "150px",
      phone: "aside",
      sort: true,
      value: ({ status }) => status,
      cell: ({ status }) => <DomainBadge status={status} />,
    },
    timeColumn("checked_at", t("column.checked"), "note", t("neverChecked")),
    timeColumn("created_at", t("column.added"), "end"),
  ];
}

function timeColumn(
  id: "checked_at" | "created_at",
  header: string,
  phone: "note" | "end",
  none = "",
): Column<ListedDomain> {
  return {
    ...{ id, header, phone, width: "170px", sort: true, named: true },
    ...(phone === "end" && { align: phone }),
    value: (domain) => domain[id],
    cell({ [id]: at }) {
      return <span className={classes.quiet}>{at === null ? none : <RelativeTime at={at} />}</span>;
    },
  };
}
