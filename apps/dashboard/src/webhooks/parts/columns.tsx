import type { Webhook } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import { RelativeTime } from "../../ui/time/relative-time";
import { EVENT_NAMES } from "../groups";
import { HealthBadge } from "./health-badge";
import classes from "./webhook.module.css";

export function webhookColumns(t: TFunction<"webhooks">): Column<Webhook>[] {
  return [
    {
      id: "endpoint",
      header: t("column.endpoint"),
      phone: "title",
      sort: true,
      value: ({ endpoint }) => endpoint,
      cell: ({ id, endpoint }) => (
        <RowLink to="/webhooks/$id" params={{ id }}>
          {endpoint}
        </RowLink>
      ),
    },
    {
      id: "status",
      header: t("column.status"),
      width: "150px",
      phone: "aside",
      value: ({ status }) => status,
      cell: (webhook) => <HealthBadge webhook={webhook} />,
    },
    {
      id: "events",
      header: t("column.events"),
      width: "220px",
      phone: "note",
      value: ({ events }) => events.join("; "),
      cell: ({ events }) => (
        <span className={classes.quiet} title={events.join("\n")}>
          {amountOf(t, events)}
        </span>
      ),
    },
    {
      id: "created_at",
      header: t("column.created"),
      width: "128px",
      align: "end",
      phone: "end",
      named: true,
      sort: true,
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      ),
    },
  ];
}

/** All, the one by its name, or how many. */
function amountOf(t: TFunction<"webhooks">, events: string[]): string {
  const [first = ""] = events;
  if (events.length >= EVENT_NAMES.length) return t("allEvents");
  return events.length === 1 ? first : t("events", { count: events.length });
}
