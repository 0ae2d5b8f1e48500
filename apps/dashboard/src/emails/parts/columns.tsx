import type { ListedEmail } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import { StatusBadge } from "../../ui/text/status-badge";
import { RelativeTime } from "../../ui/time/relative-time";
import { addressOf } from "./addresses";
import classes from "./columns.module.css";

export function emailColumns(t: TFunction<"emails">): Column<ListedEmail>[] {
  return [
    {
      id: "to",
      header: t("column.to"),
      width: "30%",
      phone: "title",
      value: ({ to }) => to.join(" "),
      cell: (email) => <To email={email} />,
    },
    {
      id: "status",
      header: t("column.status"),
      width: "132px",
      phone: "aside",
      value: ({ status }) => status,
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    {
      id: "subject",
      header: t("column.subject"),
      phone: "note",
      value: ({ subject }) => subject,
      cell: ({ subject }) =>
        subject === null ? <span className={classes.quiet}>{t("erased")}</span> : subject,
    },
    {
      id: "created_at",
      header: t("column.sent"),
      width: "128px",
      align: "end",
      phone: "end",
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      ),
    },
    { id: "id", header: "", hidden: true, value: ({ id }) => id, cell: () => null },
  ];
}

function To({ email: { id, to, cc, bcc } }: { email: ListedEmail }) {
  const [first = "", ...rest] = [...to, ...(cc ?? []), ...(bcc ?? [])].map(addressOf);
  return (
    <>
      <RowLink to="/emails/$id" params={{ id }}>
        {first}
      </RowLink>
      {rest.length > 0 && <span className={classes.quiet}> +{rest.length}</span>}
    </>
  );
}
