import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { Badge } from "../../ui/text/badge";
import type { Queue } from "../answers";
import { duration } from "../duration";
import { lagOf } from "../signs";
import classes from "./operators.module.css";

export function QueueTable({ queues }: { queues: Queue[] }) {
  const { t, i18n } = useTranslation("operators");
  const columns = useMemo(() => queueColumns(t, i18n.language), [t, i18n.language]);
  return <DataTable label={t("queues.title")} columns={columns} rows={queues} rowId={({ name }) => name} />;
}

function queueColumns(t: TFunction<"operators">, language: string): Column<Queue>[] {
  const number = new Intl.NumberFormat(language);
  return [
    {
      id: "name",
      header: t("queues.name"),
      phone: "title",
      sort: true,
      value: ({ name }) => name,
      cell: ({ name }) => <span className={classes.mono}>{name}</span>,
    },
    {
      id: "oldest_seconds",
      header: t("queues.oldest"),
      width: "140px",
      phone: "aside",
      named: true,
      sort: true,
      value: ({ oldest_seconds }) => oldest_seconds,
      cell: ({ oldest_seconds: seconds, waiting }) =>
        waiting === 0 ? (
          <span className={classes.quiet}>–</span>
        ) : (
          <Badge meaning={lagOf(seconds)}>{duration(seconds, language)}</Badge>
        ),
    },
    {
      id: "waiting",
      header: t("queues.waiting"),
      width: "110px",
      align: "end",
      phone: "note",
      named: true,
      sort: true,
      value: ({ waiting }) => waiting,
      cell: ({ waiting }) => number.format(waiting),
    },
    {
      id: "active",
      header: t("queues.active"),
      width: "110px",
      align: "end",
      sort: true,
      value: ({ active }) => active,
      cell: ({ active }) => number.format(active),
    },
    {
      id: "window",
      header: t("queues.window"),
      width: "220px",
      phone: "end",
      named: true,
      value: ({ window }) => window,
      cell: (queue) => <Filled queue={queue} text={(count) => number.format(count)} />,
    },
  ];
}

/** How much of its window a queue has in hand. */
function Filled({
  queue: { window, waiting, active, name },
  text,
}: {
  queue: Queue;
  text: (count: number) => string;
}) {
  const { t } = useTranslation("operators");
  if (window === null) return <span className={classes.quiet}>{t("queues.none")}</span>;
  return (
    <span className={classes.bar}>
      <progress value={waiting + active} max={window} aria-label={t("queues.filled", { name })} />
      <span className="tabular">{text(window)}</span>
    </span>
  );
}
