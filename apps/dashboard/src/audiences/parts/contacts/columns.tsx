import type { ListedContact } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { RelativeTime } from "../../../ui/time/relative-time";
import { nameOf } from "../../contact";
import classes from "../audiences.module.css";
import { StateBadge } from "./state-badge";

export function contactColumns(t: TFunction<"audiences">): Column<ListedContact>[] {
  return [
    {
      id: "email",
      header: t("column.email"),
      phone: "title",
      cell: ({ id, email }) => (
        <RowLink to="/contacts/$id" params={{ id }}>
          {email}
        </RowLink>
      ),
    },
    {
      id: "name",
      header: t("column.name"),
      width: "28%",
      phone: "note",
      cell: (contact) => <span className={classes.quiet}>{nameOf(contact)}</span>,
    },
    {
      id: "state",
      header: t("column.state"),
      width: "150px",
      phone: "aside",
      cell: (contact) => <StateBadge contact={contact} />,
    },
    {
      id: "created_at",
      header: t("column.added"),
      width: "128px",
      align: "end",
      phone: "end",
      cell: ({ created_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      ),
    },
  ];
}
