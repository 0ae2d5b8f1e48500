import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { Delivery } from "../../queries";
import type { State } from "../../view";
import { StateBadge } from "./state-badge";
import classes from "./delivery.module.css";

/** A row leads to the same page with the delivery's drawer. */
export function deliveryColumns(
  t: TFunction<"webhooks">,
  webhook: string,
  status: State | undefined,
): Column<Delivery>[] {
  return [
    {
      id: "type",
      header: t("event"),
      phone: "title",
      cell: (delivery) => <What delivery={delivery} webhook={webhook} status={status} />,
    },
    {
      id: "status",
      header: t("column.state"),
      width: "150px",
      phone: "aside",
      cell: (delivery) => <StateBadge status={delivery.status} />,
    },
    {
      id: "next",
      header: t("column.next"),
      width: "120px",
      phone: "note",
      cell: ({ next_attempt_at }) => (
        <span className={classes.quiet}>
          {next_attempt_at !== null && <RelativeTime at={next_attempt_at} />}
        </span>
      ),
    },
    {
      id: "created_at",
      header: t("column.happened"),
      width: "120px",
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

interface Props {
  delivery: Delivery;
  webhook: string;
  status: State | undefined;
}

function What({ delivery: { id, type, test }, webhook, status }: Props) {
  const { t } = useTranslation("webhooks");
  return (
    <>
      <RowLink
        to="/webhooks/$id"
        params={{ id: webhook }}
        search={{ ...(status && { status }), event: id }}
        replace
        resetScroll={false}
      >
        <code className={classes.type}>{type}</code>
      </RowLink>
      {test && <span className={classes.test}>{t("test.badge")}</span>}
    </>
  );
}
