import type { Alert } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RelativeTime } from "../../ui/time/relative-time";
import classes from "./alerts.module.css";
import { Sentence } from "./sentence";

export function pastColumns(t: TFunction<"alerts">): Column<Alert>[] {
  return [
    {
      id: "kind",
      header: t("column.kind"),
      width: "260px",
      phone: "title",
      cell: ({ kind }) => t(`kind.${kind}`),
    },
    {
      id: "reason",
      header: t("column.reason"),
      phone: "note",
      cell: (alert) => (
        <span className={classes.quiet}>
          <Sentence alert={alert} />
        </span>
      ),
    },
    {
      id: "opened_at",
      header: t("column.opened"),
      width: "128px",
      align: "end",
      cell: ({ opened_at }) => <When at={opened_at} />,
    },
    {
      id: "closed_at",
      header: t("column.closed"),
      width: "128px",
      align: "end",
      phone: "end",
      cell: ({ closed_at }) => closed_at !== null && <When at={closed_at} />,
    },
  ];
}

function When({ at }: { at: string }) {
  return (
    <span className={classes.quiet}>
      <RelativeTime at={at} />
    </span>
  );
}
